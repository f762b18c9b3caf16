import type { Column as Stored, Codes } from '@/utils/cache/columns'
import type { Value } from '@/utils/records'
import type { Marks } from './marks'

const narrowest = (codes: number) =>
  codes < 2 ** 8 ? Uint8Array : codes < 2 ** 16 ? Uint16Array : Uint32Array

/** Words no row uses any more may stand in the dictionary, so many at most beyond those in use when it was last cleaned. */
const spare = 1024

/** A field whose values repeat: each once in a dictionary, a code a row. Code 0 is "absent", code n is `words[n - 1]`. */
export class CodedColumn {
  words: string[] = []
  codes: Codes
  #known = new Map<string, number>()
  #cleanAt = spare
  /** What follows from the dictionary (ranks, lower-case words); thrown away when a word comes in. */
  #derived = new Map<string, unknown>()

  constructor(
    readonly type: 'text' | 'json',
    capacity: number,
  ) {
    this.codes = new Uint8Array(capacity)
  }

  grow(capacity: number): void {
    const grown = new (narrowest(this.words.length + 1))(capacity)
    grown.set(this.codes)
    this.codes = grown
  }

  codeOf(word: string): number {
    return this.#known.get(word) ?? 0
  }

  write(slots: Uint32Array, stored: Stored & { type: 'text' | 'json' }): void {
    const { dictionary } = stored
    const codes = new Uint32Array(dictionary.length)
    for (let at = 0; at < codes.length; at += 1) codes[at] = this.#codeFor(dictionary[at]!)
    const { codes: target } = this
    for (let row = 0; row < slots.length; row += 1) {
      const code = stored.codes[row]!
      target[slots[row]!] = code === 0 ? 0 : codes[code - 1]!
    }
  }
  clear(slots: Uint32Array): void {
    for (const slot of slots) this.codes[slot] = 0
  }
  set(slot: number, word: string): void {
    this.codes[slot] = this.#codeFor(word)
  }

  word(slot: number): string | undefined {
    return this.words[this.codes[slot]! - 1]
  }
  at(slot: number): Value | undefined {
    const word = this.word(slot)
    return word === undefined || this.type === 'text' ? word : (JSON.parse(word) as Value)
  }

  /** Made once for a state of the dictionary: `make` sees its words in the order of their codes. */
  derived<T>(name: string, make: (words: readonly string[]) => T): T {
    if (!this.#derived.has(name)) this.#derived.set(name, make(this.words))
    return this.#derived.get(name) as T
  }

  /** What follows from the dictionary is made anew when it is next needed. */
  forget(): void {
    this.#derived.clear()
  }

  /** Marks the rows whose code is among `wanted` (indexed by code). */
  mark(marks: Marks, wanted: Uint8Array): void {
    const { codes } = this
    for (let slot = 0; slot < marks.length; slot += 1) marks[slot]! |= wanted[codes[slot]!]!
  }
  /** Takes the marks of all other rows away. */
  keep(marks: Marks, wanted: Uint8Array): void {
    const { codes } = this
    for (let slot = 0; slot < marks.length; slot += 1) marks[slot]! &= wanted[codes[slot]!]!
  }

  /** Drops words no row has any more, when many came in since the last time. */
  clean(): void {
    if (this.words.length < this.#cleanAt) return
    const used = new Uint8Array(this.words.length + 1)
    for (const code of this.codes) used[code] = 1
    this.#cleanAt = this.words.length * 2 + spare
    // Code 0 is nobody's.
    used[0] = 1
    if (!used.includes(0)) return
    const fresh = new Uint32Array(this.words.length + 1)
    const words: string[] = []
    this.words.forEach((word, index) => {
      if (used[index + 1]) fresh[index + 1] = words.push(word)
    })
    const codes = new (narrowest(words.length))(this.codes.length)
    for (let slot = 0; slot < codes.length; slot += 1) codes[slot] = fresh[this.codes[slot]!]!
    this.words = words
    this.codes = codes
    this.#known = new Map(words.map((word, index) => [word, index + 1]))
    this.#derived.clear()
    this.#cleanAt = words.length * 2 + spare
  }

  #codeFor(word: string): number {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const code = this.words.push(word)
    this.#known.set(word, code)
    if (this.#derived.size > 0) this.#derived.clear()
    if (code >= 256 ** this.codes.BYTES_PER_ELEMENT) this.grow(this.codes.length)
    return code
  }
}
