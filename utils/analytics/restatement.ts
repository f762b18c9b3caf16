import { Cells } from './cells'
import { textAt, type Row } from './chart-data'
import type { Coded } from './coded'
import type { Columns } from './columns'
import { difference } from './coupons'
import { Exact } from './exact'
import { stretch, type Work } from './slices'
import { compareDecimals, isZero } from './sums'

/** A period as it was first seen, as it was confirmed, and as it was paid; undefined where no row is so far. */
export interface Restated {
  cycle: string
  first?: string
  confirmed?: string
  paid?: string
  /** What is shown now, less what was first seen. */
  change: string
}
/** A row whose amount changed on the way. */
export interface RestatedRow {
  row: Row
  cycle: string
  first: string
  confirmed?: string
  now: string
  change: string
}
export interface Restatement {
  cycles: Restated[]
  /** The largest change first. */
  rows: RestatedRow[]
}
const stages = ['first', 'confirmed', 'paid', 'now'] as const

/**
 * What became of the incentives of a year. A row keeps `firstAmount` and `confirmedAmount` where they were others.
 * @param among marks of the rows that count; all without
 */
export function* restatementWork(
  columns: Columns,
  year: string,
  among?: Uint8Array,
): Work<Restatement> {
  const cycles = yield* columns.coded('cycle')
  const states = yield* columns.coded('status')
  const amounts = yield* columns.amounts('amount')
  const firsts = yield* columns.coded('firstAmount')
  const sures = yield* columns.coded('confirmedAmount')
  const stageOf = states.words.map((word) => (word === 'paid' ? 2 : word === 'paying' ? 1 : 0))
  const ofYear = cycles.words.map((word) => word.startsWith(year))
  const sums = new Cells(cycles.words.length * stages.length)
  const others = new Map<number, Exact>()
  const rows: RestatedRow[] = []
  const add = (cell: number, text: string) => {
    const sum = others.get(cell) ?? new Exact()
    others.set(cell, sum)
    sum.add(text)
  }
  for (let at = 0; at < columns.rows.length; at++) {
    if (at % stretch === stretch - 1) yield
    const cycle = cycles.codes[at]!
    if (ofYear[cycle] !== true || (among && among[at] === 0)) continue
    const cell = cycle * stages.length
    const stage = stageOf[states.codes[at]!]!
    const first = saidAt(firsts, at)
    const sure = stage > 0 ? saidAt(sures, at) : undefined
    if (first === undefined) sums.add(cell, amounts, at)
    else {
      add(cell, first)
      const changed = rowOf(columns.rows[at]!, cycles.words[cycle]!, first, sure)
      if (changed) rows.push(changed)
    }
    if (sure !== undefined) add(cell + 1, sure)
    else if (stage > 0) sums.add(cell + 1, amounts, at)
    if (stage > 1) sums.add(cell + 2, amounts, at)
    sums.add(cell + 3, amounts, at)
  }
  const sumOf = (cell: number) => {
    const [usual, other] = [sums.sum(cell), others.get(cell)]
    if (!other) return usual
    if (usual !== undefined) other.add(usual)
    return other.toString()
  }
  const found = cycles.words.flatMap((cycle, code) => {
    const [first, confirmed, paid, now] = stages.map((_, at) => sumOf(code * stages.length + at))
    if (first === undefined || now === undefined) return []
    return {
      cycle,
      first,
      ...(confirmed === undefined ? {} : { confirmed }),
      ...(paid === undefined ? {} : { paid }),
      change: difference(now, first),
    }
  })
  return {
    cycles: found.sort((a, b) => (a.cycle < b.cycle ? -1 : 1)),
    rows: rows.sort((a, b) => compareDecimals(size(b.change), size(a.change))),
  }
}
const saidAt = ({ codes, words }: Coded, at: number) => words[codes[at]!] || undefined
const size = (text: string) => text.replace('-', '')

function rowOf(
  row: Row,
  cycle: string,
  first: string,
  sure: string | undefined,
): RestatedRow | undefined {
  const now = textAt(row, 'amount')
  if (now === undefined) return undefined
  const change = difference(now, first)
  if (isZero(change) && (sure === undefined || isZero(difference(sure, first)))) return undefined
  return { row, cycle, first, ...(sure === undefined ? {} : { confirmed: sure }), now, change }
}
