/** How long the same answer of the same address says nothing new, in ms. */
const sameForMs = 30_000
const most = 300

/**
 * Answers that a page asks for again and again as one goes to and fro: sent on once, and again when they differ or their
 * age is worth renewing. Compared by digest, which the browser works out beside the page's own thread.
 */
export interface Repeats {
  /** The mark of a body that is new; undefined for one that was acknowledged a moment ago. */
  markOf(address: string, bytes: ArrayBuffer): Promise<string | undefined>
  /** Only what was committed counts as told. */
  acknowledged(address: string, mark: string): void
}

export function repeats(now: () => number): Repeats {
  const told = new Map<string, { mark: string; at: number }>()
  return {
    async markOf(address, bytes) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      const mark = String.fromCharCode(...digest)
      const last = told.get(address)
      return last?.mark === mark && now() - last.at < sameForMs ? undefined : mark
    },
    acknowledged(address, mark) {
      told.delete(address)
      told.set(address, { mark, at: now() })
      const [oldest] = told.keys()
      if (told.size > most && oldest !== undefined) told.delete(oldest)
    },
  }
}
