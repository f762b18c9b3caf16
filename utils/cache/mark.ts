import type { Settings } from '@/utils/settings'
import type { Database, Marks, Tables } from './database'
import { tallies } from './tally'
import type { Account } from './types'

/** What the database looked like after a commit, kept where its loss does not reach. */
export interface Mark {
  instance: string
  commits: number
  /** Rows by `kind|account`. */
  rows: Record<string, number>
  /** The second copy of what the user made and no console can show again. */
  settings?: Partial<Settings>
  accounts: Account[]
  marks: Marks[]
}
const place = 'canary'

/** Absent outside an extension; then nothing is compared. */
export const storage = () => globalThis.chrome?.storage?.local
/** The mark left last time; undefined where there is none or it cannot be read. */
export async function recall(): Promise<Mark | undefined> {
  try {
    return ((await storage()?.get(place)) as Record<string, Mark> | undefined)?.[place]
  } catch {
    return undefined
  }
}
export const erase = async () => storage()?.remove(place)
export const leave = (mark: Mark) => storage()?.set({ [place]: mark })

/** One context at a time, so that an older mark never follows a newer one. */
export const alone = (work: () => Promise<unknown>): Promise<unknown> =>
  globalThis.navigator?.locks?.request(`partner-lens.${place}`, work) ?? work()

export function markOf(database: Database): Promise<Mark> {
  return database.atomically('rw', ['meta', 'settings', 'accounts', 'marks'], async (tables) => {
    const { meta, settings, accounts, marks } = tables
    const known = (await meta.get('instance'))?.value
    const instance = String(known ?? crypto.randomUUID())
    if (known === undefined) await meta.put({ id: 'instance', value: instance })
    const own = (await settings.get('user'))?.value
    return {
      instance,
      ...(await counted(tables)),
      ...(own ? { settings: own } : {}),
      accounts: await accounts.toArray(),
      marks: await marks.toArray(),
    }
  })
}

/** Counts as the commits wrote them. */
export async function counted(tables: Tables): Promise<Pick<Mark, 'commits' | 'rows'>> {
  const commits = Number((await tables.meta.get('commits'))?.value ?? 0)
  const rows = (await tallies(tables)).map((each) => [`${each.kind}|${each.account}`, each.rows])
  return { commits, rows: Object.fromEntries(rows) as Record<string, number> }
}
