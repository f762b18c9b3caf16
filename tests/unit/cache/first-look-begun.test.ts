import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCache } from '@/utils/cache'
import { beginLook } from '@/utils/cache/first-look-begun'

const begin = (kept: () => Promise<unknown>) => {
  vi.stubGlobal('chrome', { storage: { local: { get: kept } } })
  delete (globalThis as { partnerLensLook?: unknown }).partnerLensLook
  return beginLook()
}
const presenting = (value: unknown) => begin(async () => ({ presenting: value }))

describe('the look a page begins with', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('knows whether amounts are covered before one of them is shown', async () => {
    const cache = await openCache()
    cache.close()
    expect((await presenting(undefined))?.amountsHidden).toBe(false)
    expect((await presenting({ on: true, amounts: true }))?.amountsHidden).toBe(true)
    expect((await presenting({ on: true, amounts: false }))?.amountsHidden).toBe(false)
    expect((await presenting({ on: false, amounts: true }))?.amountsHidden).toBe(false)
  })
  it('shows nothing where that cannot be known', async () => {
    expect(await begin(() => Promise.reject(new Error('broken')))).toBeUndefined()
  })
  it('looks once a page', async () => {
    const first = presenting(undefined)
    expect(beginLook()).toBe(first)
    await first
  })
})
