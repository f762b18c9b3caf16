/**
 * Chance with a seed: the same parts give the same throws on every machine. Each row of the console's data
 * throws its own dice, so row 900,000 costs no more than row 1 and nothing is made before it is asked for.
 */
export interface Dice {
  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  digits(count: number): string
  hex(count: number): string
}

export function dice(...parts: number[]): Dice {
  let state = mix(...parts)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return scramble(state)
  }
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit)
  const string = (count: number, base: number): string =>
    Array.from({ length: count }, () => below(base).toString(base)).join('')
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    chance: (share) => next() / 0x1_0000_0000 < share,
    digits: (count) => string(count, 10),
    hex: (count) => string(count, 16),
  }
}

/** One 32 bit number out of several, each of them weighing. */
export function mix(...parts: number[]): number {
  let state = 0x9e3779b9
  for (const part of parts) state = scramble((state ^ Math.imul(part | 0, 0x85ebca6b)) + 0x165667b1)
  return state
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}

/** An odd number and its inverse modulo 2^32. */
const TURN = 0x9e3779b1
const TURN_BACK = 0xe8b2f51

/** Eight hex digits that differ for every index below 2^32: multiplying by an odd number is one to one. */
export function unique(index: number, ...salt: number[]): string {
  const turned = (Math.imul(index, TURN) ^ mix(...salt)) >>> 0
  return turned.toString(16).padStart(8, '0')
}

/** The index that `unique` made these digits of; any number at all when it did not. */
export const indexOf = (digits: string, ...salt: number[]): number =>
  Math.imul(Number.parseInt(digits.slice(0, 8), 16) ^ mix(...salt), TURN_BACK) >>> 0
