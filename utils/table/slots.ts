import { isDelta } from '@/utils/cache/delta'
import { noMarks, type Marks } from './marks'

/** A segment of the cache, or a delta. */
export interface Part {
  scope: string
  part: number
}

/** Which of two copies of a row stands: that of the later delta, of any delta before another segment. */
export const rankOf = (part: Part): number => (isDelta(part) ? part.part + 1 : 0)

/**
 * The places of rows: which are taken, and from which part of the cache each row comes. A row keeps its slot as long as
 * it is there; slots of rows that went are given to new ones.
 */
export class Slots {
  /** Of live rows a 1. */
  live: Marks
  /** Slots ever taken: all rows stand below. */
  used = 0
  /** Which part a row stands in, as an index into `#parts`. */
  #owners: Uint32Array
  readonly #parts: Part[] = []
  readonly #numbers = new Map<string, number>()
  readonly #free: number[] = []

  /** @param grown told of a new capacity: what is indexed by slot has that length */
  constructor(
    capacity: number,
    readonly grown: (capacity: number) => void,
  ) {
    this.live = noMarks(capacity)
    this.#owners = new Uint32Array(capacity)
  }

  get capacity(): number {
    return this.live.length
  }

  /** A slot for a new row, which is not live yet. */
  take(): number {
    const free = this.#free.pop()
    if (free !== undefined) return free
    if (this.used === this.capacity) {
      const capacity = Math.ceil((this.capacity * 1.5) / 4096) * 4096
      const live = noMarks(capacity)
      live.set(this.live)
      this.live = live
      const owners = new Uint32Array(capacity)
      owners.set(this.#owners)
      this.#owners = owners
      this.grown(capacity)
    }
    return this.used++
  }
  free(slot: number): void {
    this.live[slot] = 0
    this.#free.push(slot)
  }

  /** The number of a part, always the same. */
  numberOf({ scope, part }: Part): number {
    const id = `${part}|${scope}`
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#parts.push({ scope, part }) - 1
    this.#numbers.set(id, number)
    return number
  }
  rankOf(number: number): number {
    return rankOf(this.#parts[number]!)
  }
  ownerOf(slot: number): number {
    return this.#owners[slot]!
  }
  own(slot: number, number: number): void {
    this.#owners[slot] = number
  }

  /** The live rows of some parts. */
  of(numbers: readonly number[]): Marks {
    const found = noMarks(this.capacity)
    const wanted = new Uint8Array(this.#parts.length)
    for (const number of numbers) wanted[number] = 1
    for (let slot = 0; slot < this.used; slot += 1)
      if (this.live[slot] === 1 && wanted[this.#owners[slot]!] === 1) found[slot] = 1
    return found
  }
}
