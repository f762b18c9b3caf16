import type { KindName } from '@/utils/kinds'
import { separatedFile } from '@/utils/files/separated'
import type { RejectedHeader, RejectedRow } from './types'

/** Rows that are left out, all of them, in little room: a million of them is no reason to end. */
export class Rejects {
  readonly #at: number[] = []
  readonly #what: number[] = []
  readonly #words: Omit<RejectedRow, 'at'>[] = []
  readonly #known = new Map<string, number>()

  get count(): number {
    return this.#at.length
  }

  get reasons(): Pick<RejectedRow, 'reason' | 'kind'>[] {
    return this.#words.map(({ reason, kind }) => ({ reason, kind }))
  }

  add(at: number, reason: string, kind: KindName, sheet?: string): void {
    const id = `${kind}|${sheet ?? ''}|${reason}`
    let code = this.#known.get(id)
    if (code === undefined) {
      code = this.#words.push({ kind, reason, ...(sheet === undefined ? {} : { sheet }) }) - 1
      this.#known.set(id, code)
    }
    this.#at.push(at)
    this.#what.push(code)
  }

  first(most: number): RejectedRow[] {
    return this.#at.slice(0, most).flatMap((at, index) => this.#row(at, index) ?? [])
  }

  /** All of them as a file of separated values, in which nothing runs. */
  file({ columns, reasons }: RejectedHeader): string {
    const rows = this.#at.flatMap((at, index) => {
      const row = this.#row(at, index)
      return row
        ? [[row.sheet ?? '', { number: String(at) }, reasons[row.reason] ?? row.reason]]
        : []
    })
    return separatedFile({ facts: [], columns, rows, zone: 'UTC' })
  }

  #row(at: number, index: number): RejectedRow | undefined {
    const words = this.#words[this.#what[index] ?? -1]
    return words && { ...words, at }
  }
}
