import type { Tables } from '../database'

/** From now on the import cannot be undone. */
export async function forgetImport({ imports, before }: Tables, id: string): Promise<void> {
  await imports.delete(id)
  await before.where({ batch: id }).delete()
}
