import type { Page } from 'playwright-core'
import type { Segment } from '@/utils/cache/segment'
import { rowsIn } from '@/utils/cache/delta'
import type { StoredRecord } from '@/utils/records'

/** Everything the database holds of one kind, read from outside the product's code. */
export async function rowsInBrowser(own: Page, kind: string): Promise<StoredRecord[]> {
  const text = await own.evaluate(async (wanted) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
      })
    const database = await asked(indexedDB.open('partner-lens'))
    const store = database.transaction('segments').objectStore('segments')
    const all = (await asked(store.getAll())) as { kind: string }[]
    const segments = all.filter((each) => each.kind === wanted)
    database.close()
    return JSON.stringify(segments, (_, value: unknown) =>
      ArrayBuffer.isView(value)
        ? { array: value.constructor.name, values: [...(value as Float64Array)].map(String) }
        : value,
    )
  }, kind)
  const arrays = { Uint8Array, Uint16Array, Uint32Array, Float64Array }
  const segments = JSON.parse(text, (_, value: unknown) => {
    const { array, values } = (value ?? {}) as { array?: keyof typeof arrays; values?: string[] }
    return array && values ? arrays[array].from(values.map(Number)) : value
  }) as Segment[]
  return rowsIn(segments)
}
