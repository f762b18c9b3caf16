/** Addresses that gave nothing are left alone for as long as the page lives, and tried again now and then. */
export interface LeftAlone {
  leave(address: string): void
  passes(address: string): boolean
}

/** @param every one request in so many is looked at again */
export function leftAlone(every = 50, most = 2000): LeftAlone {
  const skips = new Map<string, number>()
  return {
    leave(address) {
      if (skips.size < most) skips.set(address, 0)
    },
    passes(address) {
      const skipped = skips.get(address)
      if (skipped === undefined) return true
      skips.set(address, skipped + 1)
      return (skipped + 1) % every === 0
    },
  }
}
