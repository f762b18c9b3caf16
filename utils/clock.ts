const place = 'partner-lens-fault-clock'
let offset = 0

/** The moment now, UTC epoch ms. All code that works with due times asks here. */
export function now(): number {
  return import.meta.env?.MODE === 'fault' ? Date.now() + offset : Date.now()
}

/**
 * Fault build only, nothing in release: the product's clock runs apart from the machine's by so many ms as local storage
 * says, also when that changes later.
 */
export async function followTestClock(): Promise<void> {
  if (import.meta.env?.MODE !== 'fault') return
  const local = globalThis.chrome?.storage?.local
  local?.onChanged.addListener(({ [place]: change }) => {
    if (change) offset = Number(change.newValue ?? 0)
  })
  offset = Number((await local?.get(place))?.[place] ?? 0)
}
