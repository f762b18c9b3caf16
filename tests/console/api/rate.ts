/** Ten requests a second of one operation by one account, counted where they arrive. */
export interface Rate {
  /** Whether one more is let through at this moment, ms. */
  take(account: string, operation: string, perSecond: number, at: number): boolean
  /** The most that arrived within a second, refused ones included. */
  worst(operation?: string): number
  clear(): void
}

export function createRate(): Rate {
  const arrived = new Map<string, number[]>()
  const worst = new Map<string, number>()
  return {
    take: (account, operation, perSecond, at) => {
      const key = `${account}/${operation}`
      const recent = (arrived.get(key) ?? []).filter((one) => one > at - 1000)
      recent.push(at)
      arrived.set(key, recent)
      worst.set(operation, Math.max(worst.get(operation) ?? 0, recent.length))
      return recent.length <= perSecond
    },
    worst: (operation) =>
      operation === undefined ? Math.max(0, ...worst.values()) : (worst.get(operation) ?? 0),
    clear: () => {
      arrived.clear()
      worst.clear()
    },
  }
}
