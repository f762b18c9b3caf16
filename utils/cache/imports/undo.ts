import type { KindName } from '@/utils/kinds'
import type { KeptRecord } from '../columns'
import type { Database, Tables } from '../database'
import { rowsIn } from '../delta'
import { guarded } from '../failure'
import { isGlanced, writeGlance } from '../popup'
import { segmentKey } from '../segment'
import { putSegments } from '../segments'
import { Shelf } from '../shelf'
import { count, stampOf } from '../tally'
import { forgetImport } from './forget'
import { written, type Watch } from './take-over'
import type { ImportedKind, ImportLine } from './types'

/**
 * Puts back what there was before an import, in one transaction. Rows that were seen elsewhere since stay as they are:
 * they are true by another witness.
 * @param now for what the popup shows, epoch ms
 * @returns false where there is nothing to undo any more
 */
export async function undo(
  database: Database,
  id: string,
  now: number,
  watch: Watch,
): Promise<boolean> {
  return guarded(database, () =>
    database.atomically('rw', written, async (tables) => {
      const line = await tables.imports.get(id)
      if (!line) return false
      const shelves: Shelf[] = []
      for (const kind of line.kinds) {
        watch.check()
        const stamp = await stampOf(tables, kind.kind, line.account)
        if (stamp === kind.stamp) await putBack(tables, line, kind)
        const shelf = await Shelf.open(tables, line.account, kind.kind)
        if (stamp !== kind.stamp) await withdraw(shelf, line, watch)
        shelves.push(shelf)
      }
      await unmark(tables, line)
      await count(tables, ...shelves)
      await forgetImport(tables, id)
      if (line.task || line.kinds.some(({ kind }) => isGlanced(kind)))
        await writeGlance(tables, line.account, now)
      return true
    }),
  )
}

const imagesOf = async ({ before }: Tables, { id }: ImportLine, kind: KindName) => {
  const all = await before.where({ batch: id }).toArray()
  return all.map(({ segment }) => segment).filter((segment) => segment.kind === kind)
}

/** Nobody has written since: the segments themselves are put back. */
async function putBack(
  tables: Tables,
  line: ImportLine,
  { kind, made }: ImportedKind,
): Promise<void> {
  const { account } = line
  await tables.segments.bulkDelete(
    made.map(([scope, part]) => segmentKey({ account, kind, scope, part })),
  )
  await putSegments(tables, await imagesOf(tables, line, kind))
}

/** Somebody has: row by row, only what still stands as the import left it. */
async function withdraw(shelf: Shelf, line: ImportLine, watch: Watch): Promise<void> {
  const { observedAt } = line
  const images = await imagesOf(shelf.tables, line, shelf.kind)
  const before = new Map(rowsIn(images).map((row) => [row.$.key, row]))
  if (shelf.catalogue.deltas.length > 0) await shelf.fold()
  await shelf.walk(async (rows) => {
    watch.check()
    const again: KeptRecord[] = []
    for (const row of rows) {
      const old = before.get(row.$.key)
      if (old) {
        if (row.$.observedAt === Math.max(old.$.observedAt, observedAt)) again.push(old)
      } else if (row.$.source === 'file' && row.$.observedAt === observedAt) shelf.remove(row.$.key)
    }
    await shelf.loadFor(again, true)
    for (const row of again) shelf.put(row)
  })
  // What the import showed by its real key first, and nobody else since, goes back under the key it had.
  const { where, aliases } = shelf.catalogue
  const lost = [...before.values()].filter(
    ({ $ }) => !where.has($.key) && !where.has(aliases.get($.key) ?? ''),
  )
  await shelf.loadFor(lost, true)
  for (const row of lost) shelf.put(row)
  await shelf.save()
}

async function unmark({ marks }: Tables, { account, task, importedAt }: ImportLine): Promise<void> {
  if (!task) return
  const present = (await marks.get([account, task.key]))?.marks
  if (!present) return
  const next = { ...present }
  for (const name of ['downloadedAt', 'importedAt']) {
    if (next[name] !== importedAt) continue
    const old = task.marks?.[name]
    if (old === undefined) delete next[name]
    else next[name] = old
  }
  if (Object.keys(next).length > 0) await marks.put({ account, key: task.key, marks: next })
  else await marks.delete([account, task.key])
}
