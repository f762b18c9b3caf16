import type { KindName } from '@/utils/kinds'
import type { Meta, Tables } from './database'

/** Whose rows are counted. */
interface Counted {
  kind: string
  account: string
  catalogue: { size: { rows: number; segments: number } }
}
/** What the last commit counted of one account and kind. */
export interface Tally {
  account: string
  kind: string
  rows: number
  segments: number
  /** New with each commit. */
  stamp: string
}
const prefix = 'rows|'
/** Where the tally of an account's kind lies. */
export const tallyKey = (kind: string, account: string): string => `${prefix}${kind}|${account}`

/**
 * Raises the counter of commits and says how many rows and segments there are now, so that a lost tail of the log, or
 * a lost segment, is noticed at the next opening. @returns the stamp of this commit
 */
export async function count({ meta }: Tables, ...shelves: Counted[]): Promise<string> {
  const before = (await meta.get('commits'))?.value
  const stamp = crypto.randomUUID()
  const all = shelves.map(({ kind, account, catalogue }): Tally => {
    return { account, kind, ...catalogue.size, stamp }
  })
  const [some, none] = [all.filter(({ rows }) => rows > 0), all.filter(({ rows }) => rows === 0)]
  // At once: each question to the database is waited for.
  await meta.bulkPut([{ id: 'commits', value: Number(before ?? 0) + 1 }, ...some.map(written)])
  if (none.length > 0)
    await meta.bulkDelete(none.map(({ kind, account }) => tallyKey(kind, account)))
  return stamp
}

export const written = ({ account, kind, rows, segments, stamp }: Tally): Meta => ({
  id: tallyKey(kind, account),
  value: `${rows}/${segments}/${stamp}`,
})

export async function tallies({ meta }: Tables): Promise<Tally[]> {
  return (await meta.toArray()).filter(({ id }) => id.startsWith(prefix)).map(readOne)
}

export async function stampOf(
  { meta }: Tables,
  kind: KindName,
  account: string,
): Promise<string | undefined> {
  const line = await meta.get(tallyKey(kind, account))
  return line && readOne(line).stamp
}

function readOne({ id, value }: Meta): Tally {
  const [, kind = '', ...account] = id.split('|')
  const [rows, segments, stamp = ''] = String(value).split('/')
  return {
    account: account.join('|'),
    kind,
    rows: Number(rows),
    segments: Number(segments),
    stamp,
  }
}
