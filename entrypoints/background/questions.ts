import { keyOfColumns, propose, questionOf, type Asked } from '@/utils/recognise'
import type { Recognition, Table } from '@/utils/records'
import { placeOf } from '@/utils/site'
import type { Seen } from './seen'
import { changeStored } from './tabs'

const most = 30
/** What this life of the worker has looked at already: pages bring the same tables again and again. */
const looked = new Map<string, string>()

/** Keeps what the user could explain of a table, and takes it back once the table is understood. */
export async function noteQuestion(
  table: Table,
  found: Recognition | undefined,
  seen: Seen,
): Promise<void> {
  const place = placeOf(seen.page.url)
  const id = `${place}|${keyOfColumns(table.columns)}`
  const state = found?.taught ? 'taught' : found ? 'partly' : 'unknown'
  if (looked.get(id) === state) return
  const question = questionOf(table, found, () => propose(table, seen))
  if (looked.size > 500) looked.clear()
  looked.set(id, state)
  const title = seen.page.tab ?? seen.page.breadcrumb?.at(-1) ?? seen.page.title
  await changeStored<Asked[]>('questions', (all = []) => {
    const others = all.filter((each) => each.id !== id)
    if (!question) return others.length === all.length ? all : others
    const asked = { ...question, id, place, title, source: table.context.source }
    return [{ ...asked, seenAt: seen.seenAt }, ...others].slice(0, most)
  })
}
