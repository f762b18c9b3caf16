import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createKeeper } from '@/utils/vault/keeper'
import { watchOver } from '@/utils/vault/watch'
import { around } from './surroundings'

const minute = 60_000
const keys = { site: 'cn', ak: 'CANARYAK00000000WXYZ', sk: 'canary-sk-0123456789' } as const

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => vi.useRealTimers())

async function watched() {
  const browser = { ...around(), now: () => Date.now() }
  const keeper = createKeeper(browser)
  const heard: Record<string, () => void> = {}
  watchOver(keeper, {
    now: browser.now,
    uses: (each) => (heard.use = each),
    systemLocks: (each) => (heard.lock = each),
  })
  await keeper.keepInVault(keys, 'canary passphrase')
  /** What is left in memory, without asking the keeper, which would look at its deadlines. */
  const isOpen = () => browser.memory.values.has('keys.open')
  return { browser, keeper, heard, isOpen }
}

describe('VLT-03: a page watches over an open vault', () => {
  it('locks it in time without being asked', async () => {
    const { isOpen } = await watched()
    await vi.advanceTimersByTimeAsync(15 * minute - 1000)
    expect(isOpen()).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(isOpen()).toBe(false)
  })
  it('keeps it open while the page is used, and not by a press after that', async () => {
    const { heard, isOpen } = await watched()
    for (let n = 0; n < 10; n++) {
      await vi.advanceTimersByTimeAsync(10 * minute)
      heard.use?.()
    }
    expect(isOpen()).toBe(true)
    await vi.advanceTimersByTimeAsync(16 * minute)
    heard.use?.()
    await vi.advanceTimersByTimeAsync(minute)
    expect(isOpen()).toBe(false)
  })
  it("locks it with the system's screen", async () => {
    const { keeper, heard, isOpen } = await watched()
    heard.lock?.()
    await vi.waitFor(() => expect(isOpen()).toBe(false))
    expect(await keeper.credentials()).toBe('locked')
  })
})
