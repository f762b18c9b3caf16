import type { Settings } from '@/utils/settings'
import { databaseName } from './database'
import type { Account, Glance } from './types'
import { newest } from './upgrade'

/** What a page can show before the database code is there. */
export interface FirstLook {
  glances: Glance[]
  accounts: Account[]
  settings?: Partial<Settings>
}

/**
 * Reads the popup's one record and the settings straight from IndexedDB, a few lines instead of a library: what is
 * painted first need not wait for it. Creates nothing and writes nothing.
 * @returns undefined where there is no database yet, or one of another version
 */
export async function firstLook(name = databaseName): Promise<FirstLook | undefined> {
  const opening = indexedDB.open(name)
  // There is none yet: taken back, it is as if nobody had asked. `databases()` would cost as much as the opening itself.
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
  const database = await asked(opening).catch(() => undefined)
  if (!database) return undefined
  // Nobody who wants to write a newer version waits for a look.
  database.addEventListener('versionchange', () => database.close())
  try {
    // Newer data is left to the real opening to refuse.
    if (database.version !== newest) return undefined
    const reading = database.transaction(['glance', 'settings', 'accounts'])
    const [glances, settings, accounts] = await Promise.all([
      asked(reading.objectStore('glance').getAll() as IDBRequest<Glance[]>),
      asked(
        reading.objectStore('settings').get('user') as IDBRequest<
          { value?: Partial<Settings> } | undefined
        >,
      ),
      asked(reading.objectStore('accounts').getAll() as IDBRequest<Account[]>),
    ])
    return { glances, accounts, ...(settings?.value ? { settings: settings.value } : {}) }
  } finally {
    database.close()
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}
