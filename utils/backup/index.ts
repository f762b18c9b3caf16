import { openDexie } from '@/utils/cache/dexie'
import type { Opener } from '@/utils/cache/database'
import { backupFile, rowsIn } from './file'
import { backupRows, restoreRows } from './tables'

export { headOf } from './file'

/** @param account absent for all of them, with settings */
export async function makeBackup(
  { account, passphrase, now }: { account?: string; passphrase?: string; now: number },
  open: Opener = openDexie,
): Promise<Blob> {
  const database = await open()
  try {
    return await backupFile(
      await backupRows(database, account, passphrase !== undefined),
      now,
      passphrase,
    )
  } finally {
    database.close()
  }
}

/**
 * @returns how many rows of tables were in the file
 * @throws RestoreError or FullError, with nothing changed
 */
export async function restoreBackup(
  file: Blob,
  { how, passphrase, now }: { how: 'merge' | 'replace'; passphrase?: string; now: number },
  open: Opener = openDexie,
): Promise<number> {
  const rows = await rowsIn(file, passphrase)
  // What is acknowledged as restored is on disk.
  const database = await open('strict')
  try {
    await restoreRows(database, rows, how, now)
    return rows.length
  } finally {
    database.close()
  }
}
