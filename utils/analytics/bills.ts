import { textAt, type Row } from './chart-data'
import { marked, type Test } from './columns'
import { difference } from './coupons'
import { compareDecimals, sumDecimals } from './sums'

/** A bill that will confirm itself, and whether it holds what its lines say. */
export interface GuardedBill {
  bill: Row
  /** Its id, else its cycle and plan: under this its check is kept. */
  billId: string
  confirmBy?: number
  /** Lines of it that were seen. */
  lines: number
  /** What they add up to; undefined where none was seen. */
  sum?: string
  /** The bill's amount less that sum; undefined where they are equal or nothing can be compared. */
  gap?: string
  /** Lines whose amount is not base × rate, to the cent. */
  wrong: { line: Row; expected: string }[]
}

/**
 * Bills still to be confirmed, the next deadline first.
 * @param lines incentive rows; those of a bill are found by its id
 */
export function guardedBills(bills: readonly Row[], lines: readonly Row[]): GuardedBill[] {
  const waiting = bills.filter(({ status }) => status === 'pending')
  const byBill = new Map(waiting.map((bill) => [textAt(bill, 'billId') ?? '', [] as Row[]]))
  if (waiting.length > 0)
    for (const line of marked(lines, [ofBill(byBill)]))
      byBill.get(textAt(line, 'billId') ?? ' ')?.push(line)
  return waiting
    .map((bill) => guarded(bill, byBill.get(textAt(bill, 'billId') ?? '') ?? []))
    .sort((a, b) => (a.confirmBy ?? Infinity) - (b.confirmBy ?? Infinity))
}

const ofBill = (bills: ReadonlyMap<string, unknown>): Test => ({
  reading: 'billId',
  fits: (word) => word !== '' && bills.has(word),
})
const idOf = (bill: Row) =>
  textAt(bill, 'billId') ??
  [textAt(bill, 'cycle'), textAt(bill, 'planName')].filter((each) => each !== undefined).join(' ')

function guarded(bill: Row, lines: readonly Row[]): GuardedBill {
  const own = lines.filter((line) => textAt(line, 'currency') === textAt(bill, 'currency'))
  const amounts = own.flatMap((line) => textAt(line, 'amount') ?? [])
  const amount = textAt(bill, 'amount')
  const sum = amounts.length > 0 ? sumDecimals(amounts) : undefined
  const gap = amount === undefined || sum === undefined ? undefined : difference(amount, sum)
  return {
    bill,
    billId: idOf(bill),
    ...(typeof bill.confirmBy === 'number' ? { confirmBy: bill.confirmBy } : {}),
    lines: own.length,
    ...(sum === undefined ? {} : { sum }),
    ...(gap === undefined || compareDecimals(gap, '0') === 0 ? {} : { gap }),
    wrong: own.flatMap((line) => {
      const expected = expectedOf(line)
      return expected === undefined ? [] : [{ line, expected }]
    }),
  }
}

/** Base × rate to the cent, where the amount is something else; the console may round either way, so a cent is no difference. */
function expectedOf(line: Row): string | undefined {
  const [base, rate, amount] = ['baseAmount', 'rate', 'amount'].map((field) => textAt(line, field))
  if (base === undefined || rate === undefined || amount === undefined) return undefined
  const expected = product(base, rate)
  if (expected === undefined) return undefined
  const gap = difference(amount, expected)
  return compareDecimals(gap.replace('-', ''), '0.01') > 0 ? expected : undefined
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/
/** Two decimals multiplied exactly, rounded half up to the cent. */
export function product(a: string, b: string): string | undefined {
  const [left, right] = [decimal.exec(a), decimal.exec(b)]
  if (!left || !right) return undefined
  const units = (found: RegExpExecArray) => BigInt(`${found[2]}${found[3] ?? ''}`)
  const places = (left[3]?.length ?? 0) + (right[3]?.length ?? 0)
  const whole = units(left) * units(right) * 100n
  const scale = 10n ** BigInt(places)
  const cents = (whole + scale / 2n) / scale
  const digits = cents.toString().padStart(3, '0')
  const minus = left[1] !== right[1] && cents !== 0n ? '-' : ''
  return `${minus}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
