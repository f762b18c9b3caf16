/** Exact sums of decimal strings: no float ever holds an amount. */

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/

interface Scaled {
  units: bigint
  places: number
}

function scaled(value: string): Scaled | undefined {
  const match = decimal.exec(value.trim())
  if (!match) return undefined
  const [, sign, whole = '0', part = ''] = match
  const units = BigInt(whole + part)
  return { units: sign === '-' ? -units : units, places: part.length }
}

function textOf({ units, places }: Scaled): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  return places === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/**
 * The exact sum; as many places as its longest part.
 * @param values decimal strings; what is no decimal is left out
 */
export function sumDecimals(values: Iterable<string | undefined>): string {
  let sum: Scaled = { units: 0n, places: 0 }
  for (const value of values) {
    const next = value === undefined ? undefined : scaled(value)
    if (!next) continue
    const places = Math.max(sum.places, next.places)
    const lift = (each: Scaled) => each.units * 10n ** BigInt(places - each.places)
    sum = { units: lift(sum) + lift(next), places }
  }
  return textOf(sum)
}

/** Negative, zero or positive, as `sort` wants it; what is no decimal comes last. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a), scaled(b)]
  if (!left || !right) return left ? -1 : right ? 1 : 0
  const places = Math.max(left.places, right.places)
  const lift = (each: Scaled) => each.units * 10n ** BigInt(places - each.places)
  const difference = lift(left) - lift(right)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const isZero = (value: string): boolean => scaled(value)?.units === 0n

/** Sums of one field by what `by` says of each row, in the order first met. */
export function sumsBy<T>(
  rows: Iterable<T>,
  by: (row: T) => string,
  value: (row: T) => string | undefined,
): Map<string, string> {
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    const found = value(row)
    if (found === undefined) continue
    const key = by(row)
    const group = groups.get(key)
    if (group) group.push(found)
    else groups.set(key, [found])
  }
  return new Map([...groups].map(([key, values]) => [key, sumDecimals(values)]))
}
