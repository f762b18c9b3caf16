/** Set by tests of the fault build only; in the release build the branch is folded away. */
let offset = 0

/** The moment now, UTC epoch ms. All code that works with due times asks here. */
export function now(): number {
  return import.meta.env?.MODE === 'fault' ? Date.now() + offset : Date.now()
}

/** Fault build: moves the product's clock by `ms` against the machine's; without effect in release. */
export function setClockOffset(ms: number): void {
  if (import.meta.env?.MODE === 'fault') offset = ms
}
