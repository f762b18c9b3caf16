import type { Database } from '../database'

/** From now on the import cannot be undone. */
export async function forgetImport({ imports, before }: Database, id: string): Promise<void> {
  await imports.delete(id)
  await before.where('[batch+part]').between([id, 0], [id, Infinity], true, true).delete()
}
