import type { Database, Opener } from '@/utils/cache/database'
import { Staging, sweep } from '@/utils/cache/imports/staging'
import { takeOver, type Watch } from '@/utils/cache/imports/take-over'
import { undo } from '@/utils/cache/imports/undo'
import { secretOf, settingsOf } from '@/utils/cache/own'
import { RefusedFile } from '@/utils/sources/file'
import { readFile, type ReadFile } from './reading'
import type { ImportOrder, ImportWord } from './types'

/** What of the worker's surroundings a job touches. */
export interface Surroundings {
  open: Opener
  say(word: ImportWord): void
  /** Whether somebody still works on a batch, in whatever page. */
  isRunning(batch: string): Promise<boolean>
  /** Says for as long as this worker lives that it works on a batch. */
  claim(batch: string): void
}

class Cancelled extends Error {}
/** Words of progress are said at most so often, ms. */
const pause = 100

/** One file on its way: read, looked at, imported, undone. Everything it has to tell it says. */
export class ImportJob {
  #database: Database | undefined
  #staging: Staging | undefined
  #read: { file: File; batch: string; found: ReadFile } | undefined
  #cancelled = false
  #busy = false
  #saidAt = 0

  constructor(readonly around: Surroundings) {}

  /** Carries out an order; what goes wrong is said, not thrown. */
  async take(order: ImportOrder): Promise<void> {
    if (order.ask === 'cancel') return this.#cancel()
    if (order.ask === 'rejected') {
      const csv = this.#read?.found.rejects.file(order.header) ?? ''
      return this.around.say({ say: 'rejected', csv })
    }
    this.#busy = true
    this.#cancelled = false
    try {
      this.#database ??= await this.around.open()
      if (order.ask === 'read') await this.#readFile(this.#database, order)
      else if (order.ask === 'import') await this.#import(this.#database, order)
      else {
        const done = await undo(this.#database, order.id, order.now, this.#watch('undoing', 1))
        this.around.say({ say: 'undone', done })
      }
    } catch (error) {
      await this.#end(error)
    } finally {
      this.#busy = false
    }
  }

  async #cancel(): Promise<void> {
    this.#cancelled = true
    // While something runs it notices by itself.
    if (!this.#busy) await this.#end(new Cancelled())
  }

  async #end(reason: unknown): Promise<void> {
    const importing = this.#read !== undefined && !(reason instanceof Cancelled)
    // What was read stays where only the taking over failed: it may be tried again.
    if (!importing) {
      await this.#staging?.clear().catch(() => {})
      this.#staging = undefined
      this.#read = undefined
    }
    if (reason instanceof Cancelled) this.around.say({ say: 'cancelled' })
    else if (reason instanceof RefusedFile)
      this.around.say({ say: 'refused', refusal: reason.problem, unknown: [] })
    else this.around.say({ say: 'failed', name: reason instanceof Error ? reason.name : 'Error' })
  }

  async #readFile(
    database: Database,
    { file, batch, account, trusting }: ImportOrder & { ask: 'read' },
  ): Promise<void> {
    await this.#staging?.clear()
    this.#read = undefined
    this.around.claim(batch)
    await sweep(database, this.around.isRunning)
    const staging = (this.#staging = new Staging(database, batch))
    const found = await readFile(file, {
      fileName: file.name,
      trusting,
      account,
      secret: await secretOf(database),
      learned: (await settingsOf(database)).learned,
      add: (piece) => staging.add(piece),
      between: async (share, rows) => {
        this.#check()
        this.#progress('reading', share, rows)
        await staging.settle()
      },
    })
    this.#check()
    const { preview, refusal } = found
    this.#read = { file, batch, found }
    if (refusal === undefined) this.around.say({ say: 'preview', preview })
    else this.around.say({ say: 'refused', refusal, unknown: preview.unknown, preview })
  }

  async #import(
    database: Database,
    { account, observedAt, now, task }: ImportOrder & { ask: 'import' },
  ): Promise<void> {
    const [staging, read] = [this.#staging, this.#read]
    if (!staging || !read) throw new Error('There is nothing to import')
    const line = await takeOver(
      database,
      staging,
      {
        id: read.batch,
        account,
        fileName: read.file.name.slice(0, 200),
        observedAt,
        rejected: read.found.preview.rejected,
        now,
        ...(task === undefined ? {} : { task }),
      },
      this.#watch('importing', staging.rows),
    )
    await staging.clear()
    this.around.say({ say: 'done', line })
  }

  #watch(phase: 'importing' | 'undoing', all: number): Watch {
    return {
      progress: (rows) => this.#progress(phase, rows / all, rows),
      check: () => this.#check(),
    }
  }
  #check(): void {
    if (this.#cancelled) throw new Cancelled()
  }
  #progress(phase: 'reading' | 'importing' | 'undoing', share: number, rows: number): void {
    const now = performance.now()
    if (now - this.#saidAt < pause) return
    this.#saidAt = now
    this.around.say({ say: 'progress', phase, share, rows })
  }
}
