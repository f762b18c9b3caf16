import { Dexie, type Table } from 'dexie'
import type { KindRecord } from '@/utils/records'

/** A row a record with two indexes: what a page without segments would do. */
class Rows extends Dexie {
  declare rows: Table<KindRecord, string>
  constructor() {
    super('reference')
    this.version(1).stores({ rows: 'resourceId, customerId, expiresAt' })
  }
}

export async function fill(rows: readonly KindRecord[]): Promise<void> {
  const database = new Rows()
  for (let at = 0; at < rows.length; at += 10_000)
    await database.rows.bulkPut(rows.slice(at, at + 10_000))
  database.close()
}

export async function readAll(): Promise<KindRecord[]> {
  const database = new Rows()
  const rows = await database.rows.toArray()
  database.close()
  return rows
}
