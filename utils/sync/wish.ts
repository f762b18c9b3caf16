import { type KindName, kindNames } from '@/utils/kinds'
import type { Site } from '@/utils/kinds/define'
import { announced } from '@/utils/sources/api/announce'
import type { Caller } from '@/utils/sources/api/operation'
import type { Wish } from '@/utils/sources/api/steps'
import type { History } from './types'

const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000
/** A month's figures are still being made in the first days of the next. */
const SETTLED_DAY = 6

/** Kinds that are asked for month by month. */
export const monthlyKinds: ReadonlySet<KindName> = new Set([
  'consumption',
  'charge',
  'incentivePolicy',
])
/** Kinds whose records are never changed: only new ones have to be read. */
const logs: readonly KindName[] = ['couponOperation', 'statement', 'adjustment']

/** Kinds of which the open API of a site tells a caller anything at all, in our order. */
export const kindsFor = (site: Site, caller: Caller): KindName[] =>
  kindNames.filter((kind) =>
    announced({ site, caller, distributor: true, kinds: [kind], months: ['2026-01'] }).some(
      forKind(kind),
    ),
  )
const forKind =
  (kind: KindName) =>
  ({ kind: own }: { kind: KindName }): boolean =>
    own === kind

/** The last months as `YYYY-MM`, newest first, the running one included; months are Beijing's. */
export function lastMonths(count: number, now: number): string[] {
  const here = new Date(now + BEIJING_MS)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - back, 1))
      .toISOString()
      .slice(0, 7),
  )
}

/**
 * What of a wish has not been read yet, or may have changed since: months that were read before they were settled, log
 * entries since the last look (a day is read twice). Lists of how things stand now are read anew: the API cannot say
 * what changed in them.
 */
export function onlyNew(wish: Wish, history: History): Wish {
  const { kinds, months = [] } = wish
  const monthly = kinds.filter((kind) => monthlyKinds.has(kind))
  const open = months.filter((month) =>
    monthly.some((kind) => (history[kind]?.months?.[month] ?? 0) < settledAt(month)),
  )
  const since = Object.fromEntries(
    logs.flatMap((kind) => {
      const log = history[kind]
      return kinds.includes(kind) && log?.complete === true ? [[kind, log.since - DAY_MS]] : []
    }),
  )
  return { ...wish, months: open, ...(Object.keys(since).length === 0 ? {} : { since }) }
}

/** When the figures of a month no longer change, epoch ms. */
function settledAt(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Date.UTC(year, number, SETTLED_DAY) - BEIJING_MS
}
