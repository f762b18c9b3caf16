/** What tests of the fault build may break, under this name in local storage. Nothing of it is in the release. */
interface Faults {
  /** So many writes still go through, then the disk is full. */
  full?: number
  /** Opening takes so many ms longer. */
  slowOpenMs?: number
  /** Opening fails. */
  failOpen?: boolean
}
const place = 'partner-lens-fault'
let left: number | undefined

const read = async (): Promise<Faults> =>
  ((await globalThis.chrome?.storage?.local.get(place))?.[place] as Faults | undefined) ?? {}

export async function beforeOpen(): Promise<void> {
  if (import.meta.env?.MODE !== 'fault') return
  const { slowOpenMs = 0, failOpen, full } = await read()
  await new Promise((resolve) => void setTimeout(resolve, slowOpenMs))
  if (failOpen) throw new Error('Opening fails, as a test wants it')
  left = full
  chrome.storage.local.onChanged.addListener(({ [place]: change }) => {
    if (change) left = (change.newValue as Faults | undefined)?.full
  })
}

/** @throws QuotaExceededError once a test has filled the disk */
export function mayWrite(): void {
  if (left !== undefined && left-- <= 0) throw new DOMException('full', 'QuotaExceededError')
}
