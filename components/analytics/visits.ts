import { difference } from '@/utils/analytics/coupons'
import { isZero } from '@/utils/analytics/sums'
import type { Figure } from './start-figures'
import { fieldsOf } from './useMemory'

/** The figures of a visit: sums by currency, or a count under ''; by the word of the figure. */
export interface Visit {
  /** Epoch ms. */
  at: number
  figures: Readonly<Record<string, Readonly<Record<string, string>>>>
}
/** The visit that is compared with, and the newest look at the page. */
export interface Visits {
  before?: Visit
  last?: Visit
}
/** Looks within it are one visit: who comes back after a minute still sees what is new since yesterday. */
const visitMs = 30 * 60_000

export function readVisits(found: unknown): Visits {
  const { before, last } = fieldsOf(found)
  const [first, second] = [readVisit(before), readVisit(last)]
  return { ...(first ? { before: first } : {}), ...(second ? { last: second } : {}) }
}
function readVisit(found: unknown): Visit | undefined {
  const { at, figures } = fieldsOf(found)
  if (typeof at !== 'number') return undefined
  const read = Object.entries(fieldsOf(figures)).map(([word, sums]) => [
    word,
    Object.fromEntries(
      Object.entries(fieldsOf(sums)).filter(
        (each): each is [string, string] => typeof each[1] === 'string',
      ),
    ),
  ])
  return { at, figures: Object.fromEntries(read) as Visit['figures'] }
}

/** The visits after a look at `figures`. */
export function visited({ before, last }: Visits, figures: readonly Figure[], now: number): Visits {
  const compared = last && now - last.at > visitMs ? last : before
  return {
    ...(compared ? { before: compared } : {}),
    last: {
      at: now,
      figures: Object.fromEntries(figures.map((each) => [each.word, sumsOf(each)])),
    },
  }
}
const sumsOf = ({ money, count }: Figure): Record<string, string> =>
  money
    ? Object.fromEntries(money.map(({ currency, amount }) => [currency, amount]))
    : { '': String(count ?? 0) }

/** How much a figure is more than it was, by currency, exact; nothing where it is the same. */
export function changesOf(figure: Figure, before: Visit): { currency: string; by: string }[] {
  const was = before.figures[figure.word]
  if (!was) return []
  const is = sumsOf(figure)
  return [...new Set([...Object.keys(is), ...Object.keys(was)])]
    .map((currency) => ({ currency, by: difference(is[currency] ?? '0', was[currency] ?? '0') }))
    .filter(({ by }) => !isZero(by))
}
