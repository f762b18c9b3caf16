import type { Dexie } from 'dexie'

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

const read = async (): Promise<Faults> =>
  ((await globalThis.chrome?.storage?.local.get(place))?.[place] as Faults | undefined) ?? {}

export async function beforeOpen(database: Dexie): Promise<void> {
  if (import.meta.env?.MODE !== 'fault') return
  const { slowOpenMs = 0, failOpen } = await read()
  await new Promise((resolve) => void setTimeout(resolve, slowOpenMs))
  if (failOpen) throw new Error('Opening fails, as a test wants it')
  await failWrites(database)
}

async function failWrites(database: Dexie): Promise<void> {
  let left = (await read()).full
  chrome.storage.local.onChanged.addListener(({ [place]: change }) => {
    if (change) left = (change.newValue as Faults | undefined)?.full
  })
  database.use({
    stack: 'dbcore',
    name: place,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            const full = left !== undefined && request.type !== 'delete' && left-- <= 0
            return full
              ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
              : table.mutate(request)
          },
        }
      },
    }),
  })
}
