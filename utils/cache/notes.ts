import {
  isEmpty,
  noteKeyOf,
  noteKeyParts,
  noteOf,
  tidied,
  type Note,
  type Noted,
} from '@/utils/notes/note'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { Database, Marks } from './database'
import { guarded } from './failure'
import { count } from './tally'

/* Notes lie among the user's marks: they move, are copied, backed up and forgotten with these. */

export function notesIn(marks: readonly Marks[]): Noted[] {
  return marks.flatMap(({ account, key, marks: own }) => {
    const about = noteKeyParts(key)
    const note = about && noteOf(own)
    return note ? [{ account, ...about, ...note }] : []
  })
}

/** @param note undefined to take it away */
export function writeNote(
  database: Database,
  { account, kind, key }: { account: string; kind: KindName; key: string },
  note: Omit<Note, 'changedAt'> | undefined,
  now: number,
): Promise<void> {
  const id = noteKeyOf(kind, key)
  const own = note && tidied(note)
  return guarded(database, () =>
    database.atomically('rw', ['marks', 'meta'], async (tables) => {
      if (own && !isEmpty(own))
        await tables.marks.put({
          account,
          key: id,
          marks: { ...own, changedAt: now } as KindRecord,
        })
      else await tables.marks.delete([account, id])
      await count(tables)
    }),
  )
}
