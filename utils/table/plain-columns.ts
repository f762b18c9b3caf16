import type { Column as Stored } from '@/utils/cache/columns'

/** Counts and moments; NaN where absent. */
export class NumberColumn {
  readonly type = 'number'
  values: Float64Array<ArrayBuffer>
  constructor(capacity: number) {
    this.values = new Float64Array(capacity).fill(Number.NaN)
  }
  grow(capacity: number): void {
    const grown = new Float64Array(capacity).fill(Number.NaN)
    grown.set(this.values)
    this.values = grown
  }
  write(slots: Uint32Array, stored: Stored & { type: 'number' }): void {
    for (let row = 0; row < slots.length; row += 1) this.values[slots[row]!] = stored.values[row]!
  }
  clear(slots: Uint32Array): void {
    for (const slot of slots) this.values[slot] = Number.NaN
  }
  at(slot: number): number | undefined {
    const value = this.values[slot]
    return value === undefined || Number.isNaN(value) ? undefined : value
  }
}

/** 0 absent, 1 false, 2 true. */
export class FlagColumn {
  readonly type = 'flag'
  values: Uint8Array
  constructor(capacity: number) {
    this.values = new Uint8Array(capacity)
  }
  grow(capacity: number): void {
    const grown = new Uint8Array(capacity)
    grown.set(this.values)
    this.values = grown
  }
  write(slots: Uint32Array, stored: Stored & { type: 'flag' }): void {
    for (let row = 0; row < slots.length; row += 1) this.values[slots[row]!] = stored.values[row]!
  }
  clear(slots: Uint32Array): void {
    for (const slot of slots) this.values[slot] = 0
  }
  at(slot: number): boolean | undefined {
    return [undefined, false, true][this.values[slot] ?? 0]
  }
}
