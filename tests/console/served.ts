/** Which rows browsers have been answered, each counted once by its own identity. */
export interface Served {
  note(account: string, sheet: string, identities: string[]): void
  of(account: string, sheet: string): string[]
  clear(): void
}

export function createServed(): Served {
  const seen = new Map<string, Set<string>>()
  const key = (account: string, sheet: string): string => `${account} ${sheet}`
  return {
    note: (account, sheet, identities) => {
      const before = seen.get(key(account, sheet)) ?? new Set()
      for (const identity of identities) before.add(identity)
      seen.set(key(account, sheet), before)
    },
    of: (account, sheet) => [...(seen.get(key(account, sheet)) ?? [])],
    clear: () => seen.clear(),
  }
}
