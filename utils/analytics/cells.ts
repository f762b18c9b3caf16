import type { Amounts } from './amounts'
import { Exact } from './exact'

/** Beyond this a whole number may no longer be exact after the next addition. */
const safe = 2 ** 52

/** Running sums at numbered cells, exact: usual amounts as whole numbers, all others by the digit. */
export class Cells {
  #sums: Float64Array
  #places: Uint8Array
  #counts: Uint32Array
  #exact = new Map<number, Exact>()
  constructor(size: number) {
    this.#sums = new Float64Array(size)
    this.#places = new Uint8Array(size)
    this.#counts = new Uint32Array(size)
  }

  tick(cell: number): void {
    this.#counts[cell]!++
  }
  add(cell: number, { units, places, odd }: Amounts, row: number): void {
    const value = units[row]!
    if (Number.isNaN(value)) {
      const text = odd.get(row)
      if (text !== undefined && this.#own(cell).add(text)) this.#counts[cell]!++
      return
    }
    const sum = this.#sums[cell]! + value
    if (sum > safe || sum < -safe) {
      this.#own(cell).add(fineText(this.#sums[cell]!, 4))
      this.#sums[cell] = value
    } else this.#sums[cell] = sum
    if (places[row]! > this.#places[cell]!) this.#places[cell] = places[row]!
    this.#counts[cell]!++
  }
  #own(cell: number): Exact {
    let own = this.#exact.get(cell)
    if (!own) this.#exact.set(cell, (own = new Exact()))
    return own
  }

  /** How many rows are in a cell. */
  count(cell: number): number {
    return this.#counts[cell] ?? 0
  }
  /** A sum with the places of its longest part, two at least; undefined where no row is. */
  sum(cell: number): string | undefined {
    if (this.count(cell) === 0) return undefined
    const own = this.#exact.get(cell)
    const places = Math.max(2, this.#places[cell]!)
    if (!own) return fineText(this.#sums[cell]!, places)
    const whole = new Exact()
    whole.add(own.toString())
    whole.add(fineText(this.#sums[cell]!, places))
    return whole.toString()
  }
}

/** Ten thousandths as a decimal string of 2 to 4 places. */
function fineText(units: number, places: number): string {
  const minus = units < 0
  const digits = String(minus ? -units : units).padStart(5, '0')
  const text = `${digits.slice(0, -4)}.${digits.slice(-4).slice(0, places)}`
  return minus ? `-${text}` : text
}
