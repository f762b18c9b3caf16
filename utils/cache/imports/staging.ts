import type { Database, Tables } from '../database'
import { guarded } from '../failure'
import type { Piece } from './types'

/** Rows of a batch that are held in memory; those beyond are laid down in the database. */
const heldRows = 250_000
/** Pieces laid down, or taken up again, at once. */
const atOnce = 16

/**
 * The pieces of one batch until they are taken over. What is laid down is seen by nobody, and swept away by the next
 * import where this one ends before its time.
 */
export class Staging {
  readonly held: Piece[] = []
  #waiting: Piece[] = []
  #laid = 0
  rows = 0

  constructor(
    readonly database: Database,
    readonly batch: string,
  ) {}

  add(piece: Piece): void {
    this.rows += piece.columns.length
    if (this.rows <= heldRows) this.held.push(piece)
    else this.#waiting.push(piece)
  }

  /**
   * Lays down what does not fit into memory; called between pieces of a file.
   * @throws FullError
   */
  async settle(): Promise<void> {
    const { staged } = this.database
    while (this.#waiting.length >= atOnce) {
      const pieces = this.#waiting.splice(0, atOnce)
      const from = this.#laid
      this.#laid += pieces.length
      await guarded(this.database, () =>
        staged.bulkPut(
          pieces.map((piece, index) => ({ ...piece, batch: this.batch, part: from + index })),
        ),
      )
    }
  }

  /** All pieces in order, a few at a time, inside a transaction. */
  async each({ staged }: Tables, take: (pieces: readonly Piece[]) => Promise<void>): Promise<void> {
    for (let at = 0; at < this.held.length; at += atOnce)
      await take(this.held.slice(at, at + atOnce))
    for (let at = 0; at < this.#laid; at += atOnce) {
      const parts = Array.from(
        { length: Math.min(atOnce, this.#laid - at) },
        (_, index): [string, number] => [this.batch, at + index],
      )
      const pieces = await staged.bulkGet(parts)
      // Without one of them it would not be the whole file.
      if (pieces.includes(undefined)) throw new Error('A piece of the import is missing')
      await take(pieces as Piece[])
    }
    if (this.#waiting.length > 0) await take(this.#waiting)
  }

  /** Takes away what was laid down. */
  async clear(): Promise<void> {
    this.held.length = 0
    this.#waiting = []
    if (this.#laid > 0) await clearBatch(this.database, this.batch)
  }
}

export async function clearBatch({ staged }: Pick<Tables, 'staged'>, batch: string): Promise<void> {
  await staged.where({ batch }).delete()
}

/**
 * Sweeps away what imports left behind that were ended from outside.
 * @param isRunning whether somebody still works on a batch
 */
export async function sweep(
  database: Database,
  isRunning: (batch: string) => Promise<boolean>,
): Promise<void> {
  for (const batch of await batchesIn(database)) {
    if (!(await isRunning(batch))) await clearBatch(database, batch)
  }
}

async function batchesIn(database: Database): Promise<string[]> {
  const keys = await database.staged.toCollection().primaryKeys()
  return [...new Set(keys.map(([batch]) => batch))]
}
