import { noteKeyOf, noteKeyParts } from '@/utils/notes/note'
import type { Tables } from './database'

/**
 * What hangs on the key of a record goes with it when the key or the account changes: the user's marks and notes, and the
 * reminders of an export task. Inside the transaction that moves the rows.
 */
export async function follow(
  { marks, reminders }: Tables,
  renamed: ReadonlyMap<string, string>,
  from: string,
  to = from,
): Promise<void> {
  for (const each of await marks.where({ account: from }).toArray()) {
    const key = markKey(each.key, renamed)
    if (key === each.key && to === from) continue
    const present = await marks.get([to, key])
    await marks.put({ account: to, key, marks: { ...each.marks, ...present?.marks } })
    await marks.delete([from, each.key])
  }
  for (const each of await reminders.where({ account: from }).toArray()) {
    const taskKey = renamed.get(each.taskKey) ?? each.taskKey
    if (taskKey === each.taskKey && to === from) continue
    await reminders.delete(each.id)
    await reminders.put({
      ...each,
      id: `${each.kind ? `${each.kind}:${to}|` : ''}${taskKey}|${each.hours}`,
      account: to,
      taskKey,
    })
  }
}

function markKey(mark: string, renamed: ReadonlyMap<string, string>): string {
  const about = noteKeyParts(mark)
  const next = renamed.get(about?.key ?? mark)
  if (next === undefined) return mark
  return about ? noteKeyOf(about.kind, next) : next
}
