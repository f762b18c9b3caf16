import { databaseName, versions } from './database'

/** As the browser counts: ten times ours. */
export const newest = versions.length * 10

/** Opens the database as it is to be today; one step is taken after the other, all of them or none. */
export function openUpgraded(blocked: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, newest)
  request.addEventListener('upgradeneeded', ({ oldVersion }) => upgrade(request, oldVersion / 10))
  request.addEventListener('blocked', blocked)
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}

/** Makes what each version after the present one brought. */
function upgrade({ result: database, transaction }: IDBOpenDBRequest, present: number): void {
  for (const version of versions.slice(present))
    for (const [name, spec] of Object.entries(version)) {
      const old = database.objectStoreNames.contains(name) && transaction?.objectStore(name)
      if (old) old.name = `${name}-before`
      const [key = '', ...indexes] = spec.split(/,\s*/)
      const store = database.createObjectStore(name, key === '' ? {} : { keyPath: pathOf(key) })
      for (const index of indexes) store.createIndex(index, pathOf(index))
      if (old) move(old, store, () => database.deleteObjectStore(old.name))
    }
}
const pathOf = (spec: string) => (spec.startsWith('[') ? spec.slice(1, -1).split('+') : spec)

/** Row by row: all of them together may be more than fits into memory. */
function move(from: IDBObjectStore, to: IDBObjectStore, done: () => void): void {
  const request = from.openCursor()
  request.addEventListener('success', () => {
    const cursor = request.result
    if (!cursor) return done()
    to.put(cursor.value, ...(to.keyPath === null ? [cursor.primaryKey] : []))
    cursor.continue()
  })
}
