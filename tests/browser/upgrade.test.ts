import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { rowsInBrowser } from './cache-rows.ts'
import { fillPartner } from './partner.ts'
import { startWorld } from './world.ts'

const size = { customers: 40, resources: 6000, coupons: 1500, months: 2 }

/** Lays the segments down as the second schema had them: with their keys inside, and indexes over them. */
const asBefore = (bare: Page) =>
  bare.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
      })
    const present = await asked(indexedDB.open('partner-lens'))
    const names = [...present.objectStoreNames]
    const reading = present.transaction(names)
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = reading.objectStore(name)
        const indexes = [...store.indexNames].map((each) => [each, store.index(each).keyPath])
        return { name, indexes, path: store.keyPath, rows: await asked(store.getAll()) }
      }),
    )
    present.close()
    await asked(indexedDB.deleteDatabase('partner-lens'))
    const request = indexedDB.open('partner-lens', 20)
    request.addEventListener('upgradeneeded', () => {
      for (const { name, indexes, path, rows } of stores) {
        const isMoved = name === 'segments'
        const own = isMoved ? ['account', 'kind', 'scope', 'part'] : path
        const store = request.result.createObjectStore(name, { keyPath: own })
        const all = isMoved
          ? [
              ['account', 'account'],
              ['kind', 'kind'],
              ['[account+kind]', ['account', 'kind']],
            ]
          : indexes
        for (const [index, over] of all) store.createIndex(index as string, over as string)
        for (const row of rows) store.put(row)
      }
    })
    const older = await asked(request)
    older.close()
    return older.version
  })

it('REL-07 an update finds all rows of the schema before, and shows them', async () => {
  await using world = await startWorld()
  const { lens } = world
  await fillPartner(lens, size)
  // A page of ours without a line of code: nobody holds on to the database.
  const bare = await lens.open('manifest.json')
  const before = await Promise.all(['resource', 'coupon'].map((kind) => rowsInBrowser(bare, kind)))
  expect(before.map(({ length }) => length)).toEqual([size.resources, size.coupons])
  await lens.killWorker()
  expect(await asBefore(bare)).toBe(20)
  const popup = await lens.open('popup.html')
  await popup.getByTestId('holder-own').waitFor()
  const after = await Promise.all(['resource', 'coupon'].map((kind) => rowsInBrowser(bare, kind)))
  expect(after).toEqual(before)
  const versions = await bare.evaluate(() => indexedDB.databases())
  expect(versions).toMatchObject([{ name: 'partner-lens', version: 30 }])
})
