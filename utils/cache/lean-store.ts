import type { Store, TableName, Tables } from './database'
import { mayWrite } from './faults'
import { note, noteAll, type Changes } from './lean-changes'

type Key = IDBValidKey
type Row = Record<string, unknown>
/** Runs some work on a table, in the transaction at hand or in one of its own. */
export type Run = <T>(
  name: TableName,
  mode: 'r' | 'rw',
  work: (tables: Tables) => Promise<T>,
) => Promise<T>

interface Found {
  toArray(): PromiseLike<Row[]>
  delete(): PromiseLike<unknown>
}
/** What any table can, with keys inside its rows or beside them. */
export interface LeanStore extends Omit<Store<Row, Key>, 'put' | 'where'> {
  put(row: Row, key?: Key): PromiseLike<unknown>
  where(equal: Record<string, string>): Found
  where(key: ':id'): { between(from: Key, to: Key): Found }
}
type Where = (by: Record<string, string> | ':id', from?: Key, to?: Key) => Found
const where = (find: Where) =>
  ((by: Record<string, string> | ':id') =>
    by === ':id'
      ? { between: (from: Key, to: Key) => find(by, from, to) }
      : find(by)) as LeanStore['where']

/** A table inside a transaction. */
export function storeInside(store: IDBObjectStore, changes: Changes): LeanStore {
  const put = (row: Row, key?: Key) => {
    if (import.meta.env?.MODE === 'fault') mayWrite()
    note(changes, store, row, key)
    return store.put(row, key)
  }
  const remove = (key: Key) => {
    note(changes, store, partsOf(store, key), key)
    return store.delete(key)
  }
  const all = async (requests: IDBRequest[]) => void (await Promise.all(requests.map(answer)))
  const found = (rows: IDBObjectStore | IDBIndex, which: Key | IDBKeyRange): Found => ({
    toArray: () => answer<Row[]>(rows.getAll(which)),
    delete: async () => all((await answer(rows.getAllKeys(which))).map(remove)),
  })
  return {
    get: (key) => answer<Row | undefined>(store.get(key)),
    put: async (row, key) => answer(put(row, key)),
    delete: async (key) => void (await answer(remove(key))),
    bulkGet: (keys) => Promise.all(keys.map((key) => answer<Row | undefined>(store.get(key)))),
    bulkPut: async (rows) => all(rows.map((row) => put(row))),
    bulkDelete: async (keys) => all(keys.map(remove)),
    async clear() {
      noteAll(changes, store)
      await answer(store.clear())
    },
    toArray: () => answer<Row[]>(store.getAll()),
    each: (visit) => walk(store.openCursor(), ({ value }) => visit(value as Row)),
    where: where((by, from, to) =>
      by === ':id' ? found(store, IDBKeyRange.bound(from, to)) : found(...indexOf(store, by)),
    ),
    toCollection: () => ({ primaryKeys: () => answer(store.getAllKeys()) }),
  }
}

/** A table each of whose calls is a transaction of its own. */
export function storeAlone(name: TableName, run: Run): LeanStore {
  const on =
    <A extends unknown[], T>(
      mode: 'r' | 'rw',
      use: (store: LeanStore, ...rest: A) => PromiseLike<T>,
    ) =>
    (...rest: A) =>
      run(name, mode, async (tables) => use(tables[name] as unknown as LeanStore, ...rest))
  return {
    get: on('r', (store, key: Key) => store.get(key)),
    put: on('rw', (store, row: Row, key?: Key) => store.put(row, key)),
    delete: on('rw', (store, key: Key) => store.delete(key)),
    bulkGet: on('r', (store, keys: Key[]) => store.bulkGet(keys)),
    bulkPut: on('rw', (store, rows: readonly Row[]) => store.bulkPut(rows)),
    bulkDelete: on('rw', (store, keys: Key[]) => store.bulkDelete(keys)),
    clear: on('rw', (store) => store.clear()),
    toArray: on('r', (store) => store.toArray()),
    each: on('r', (store, visit: (row: Row) => void) => store.each(visit)),
    where: where((by, from, to) => {
      const found = (store: LeanStore) =>
        by === ':id' ? store.where(by).between(from ?? [], to ?? []) : store.where(by)
      return {
        toArray: on('r', (store) => found(store).toArray()),
        delete: on('rw', (store) => found(store).delete()),
      }
    }),
    toCollection: () => ({ primaryKeys: on('r', (store) => store.toCollection().primaryKeys()) }),
  }
}

/** By the names of its fields, as the schema calls indexes: `account`, `[account+kind]`. */
function indexOf(store: IDBObjectStore, equal: Record<string, string>): [IDBIndex, Key] {
  const fields = Object.keys(equal)
  const values = Object.values(equal)
  const [only] = fields
  return fields.length === 1 && only !== undefined
    ? [store.index(only), values[0] ?? '']
    : [store.index(`[${fields.join('+')}]`), values]
}

/** What a primary key says of the fields it is made of. */
function partsOf({ keyPath }: IDBObjectStore, key: Key): Row {
  if (typeof keyPath === 'string') return { [keyPath]: key }
  const values = key as Key[]
  return Object.fromEntries((keyPath ?? []).map((field, at) => [field, values[at]]))
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}

function walk(
  request: IDBRequest<IDBCursorWithValue | null>,
  visit: (cursor: IDBCursorWithValue) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
    request.addEventListener('success', () => {
      const cursor = request.result
      if (!cursor) return resolve()
      visit(cursor)
      cursor.continue()
    })
  })
}

/** Resolves with the commit, which is when data is safe; rejects with why there was none, a full disk among it. */
export function ended(transaction: IDBTransaction): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('Taken back', 'AbortError')),
    )
  })
  end.catch(() => {})
  return end
}
