import type { Database } from './database'
import { guarded } from './failure'
import { count } from './tally'

/* What views remember lies among the user's marks, as notes do: copied, backed up and forgotten with these. */
const keyOf = (name: string) => `memory:${name}`

export async function readMemory(
  database: Database,
  account: string,
  name: string,
): Promise<string | undefined> {
  const text = (await database.marks.get([account, keyOf(name)]))?.marks.text
  return typeof text === 'string' ? text : undefined
}

export function writeMemory(
  database: Database,
  account: string,
  name: string,
  text: string,
): Promise<void> {
  return guarded(database, () =>
    database.atomically('rw', ['marks', 'meta'], async (tables) => {
      await tables.marks.put({ account, key: keyOf(name), marks: { text } })
      await count(tables)
    }),
  )
}
