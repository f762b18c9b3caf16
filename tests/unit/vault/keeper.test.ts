import { describe, expect, it } from 'vitest'
import type { VaultBlob } from '@/utils/vault/blob'
import { createKeeper } from '@/utils/vault/keeper'
import type { Keys } from '@/utils/vault/types'
import { around, type Around } from './surroundings'

const minute = 60_000
const passphrase = 'canary passphrase 1'
const keys: Keys = {
  site: 'cn',
  ak: 'CANARYAK00000000WXYZ',
  sk: 'canary-sk-0123456789',
  caller: 'partner',
}
const reason = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { reason?: string }) => error.reason ?? String(error),
  )
async function withVault(): Promise<{ browser: Around; keeper: ReturnType<typeof createKeeper> }> {
  const browser = around()
  const keeper = createKeeper(browser)
  await keeper.keepInVault(keys, passphrase)
  return { browser, keeper }
}
/** What is on disk, as one text. */
const onDisk = (browser: Around) => JSON.stringify([...browser.disk.values])

describe('VLT-02: what is where', () => {
  it('neither keys, passphrase nor data key are on disk; of them only the data key is in memory', async () => {
    const { browser, keeper } = await withVault()
    await keeper.credentials()
    await keeper.lock()
    await keeper.unlock(passphrase)
    await reason(keeper.changePassphrase('canary wrong one', 'canary passphrase 2'))
    await keeper.changePassphrase(passphrase, 'canary passphrase 2')
    const { dataKey } = browser.memory.values.get('keys.open') as { dataKey: string }
    for (const secret of [keys.ak, keys.sk, 'canary', dataKey])
      expect(onDisk(browser)).not.toContain(secret)
    const inMemory = JSON.stringify([...browser.memory.values])
    for (const secret of [keys.ak, keys.sk, 'canary']) expect(inMemory).not.toContain(secret)
  })
  it('a new browser finds the vault locked, and opens it', async () => {
    const { browser } = await withVault()
    const next = createKeeper(around(browser.disk))
    expect(await next.state()).toMatchObject({
      mode: 'vault',
      locked: true,
      tail: 'WXYZ',
      site: 'cn',
    })
    expect(await next.credentials()).toBe('locked')
    expect(await next.dataKey()).toBe('locked')
    await next.unlock(passphrase)
    expect(await next.credentials()).toEqual(keys)
  })
  it('errors hold no secret', async () => {
    const { keeper } = await withVault()
    const error = await keeper.unlock('canary wrong one').catch((each: unknown) => each)
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(
      'canary wrong',
    )
  })
})

describe('VLT-03: the vault locks by itself', () => {
  const limit = (
    name: string,
    minutes: number,
    use: (browser: Around, keeper: ReturnType<typeof createKeeper>) => Promise<void>,
  ) =>
    it(name, async () => {
      const { browser, keeper } = await withVault()
      await use(browser, keeper)
      browser.pass(minutes * minute - 1000)
      expect(await keeper.credentials()).toEqual(keys)
      browser.pass(2000)
      // Another page, which saw nothing of it, finds it locked too.
      expect(await createKeeper(browser).credentials()).toBe('locked')
      browser.pass(-10 * minute)
      expect(await keeper.credentials()).toBe('locked')
    })
  limit('after 15 minutes, to the second', 15, async () => {})
  limit('after as many minutes as chosen', 60, async (_, keeper) => keeper.setLockMinutes(60))
  limit('15 minutes after it was used last', 15, async (browser, keeper) => {
    browser.pass(14 * minute)
    await keeper.used()
  })
  limit('8 hours after it was opened, however used', 5, async (browser, keeper) => {
    for (let n = 0; n < 48; n++) {
      browser.pass(10 * minute - (n === 47 ? 5 * minute : 0))
      await keeper.used()
    }
  })
  it('asking for keys is no use of the user', async () => {
    const { browser, keeper } = await withVault()
    for (let n = 0; n < 14; n++) {
      browser.pass(minute)
      expect(await keeper.credentials()).toEqual(keys)
    }
    browser.pass(minute + 1)
    expect(await keeper.credentials()).toBe('locked')
  })
  it('when the clock is set back', async () => {
    const { browser, keeper } = await withVault()
    browser.pass(10 * minute)
    await keeper.credentials()
    browser.pass(-5 * minute)
    expect(await keeper.credentials()).toBe('locked')
  })
  it('a use that comes too late does not open it again', async () => {
    const { browser, keeper } = await withVault()
    browser.pass(15 * minute + 1)
    await keeper.used()
    expect(await keeper.credentials()).toBe('locked')
    await keeper.unlock(passphrase)
    await Promise.all([keeper.used(), keeper.lock(), keeper.used(), keeper.credentials()])
    expect(await keeper.credentials()).toBe('locked')
  })
  it('takes 1 to 60 minutes and nothing else', async () => {
    const { browser, keeper } = await withVault()
    for (const odd of [0, -1, 61, 1e9, Number.NaN, '30', null]) {
      browser.disk.values.set('keys.lockMinutes', odd)
      expect(await keeper.state()).toMatchObject({ lockMinutes: 15 })
    }
  })
})

describe('VLT-04: wrong passphrases', () => {
  it('wait from the fifth on, doubling to 5 minutes, also in a new browser', async () => {
    const { browser } = await withVault()
    const waits: number[] = []
    let now = browser.now()
    for (let n = 0; n < 12; n++) {
      const next = around(browser.disk, now)
      const keeper = createKeeper(next)
      expect(await reason(keeper.unlock('not it at all'))).toBe('wrong')
      const state = await keeper.state()
      const waitMs = state.mode === 'vault' ? state.waitMs : -1
      waits.push(waitMs / 1000)
      if (waitMs > 0) {
        next.pass(waitMs - 1)
        expect(await reason(keeper.unlock(passphrase))).toBe('wait')
        next.pass(1)
      }
      now = next.now()
    }
    expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300])
    const last = createKeeper(around(browser.disk, now))
    await last.unlock(passphrase)
    expect(await last.state()).toMatchObject({ locked: false, waitMs: 0 })
  }, 30_000)
  it('count before they are tried: a browser ended in the midst gains nothing', async () => {
    const { browser, keeper } = await withVault()
    const under = keeper.unlock('not it at all')
    while (!browser.disk.values.has('keys.tries'))
      await new Promise((resolve) => setTimeout(resolve))
    expect(browser.disk.values.get('keys.tries')).toMatchObject({ count: 1 })
    await reason(under)
  })
  it('a clock set back neither shortens the wait nor holds it for ever', async () => {
    const { browser, keeper } = await withVault()
    browser.disk.values.set('keys.tries', { count: 6, at: browser.now() })
    browser.pass(-24 * 60 * minute)
    expect(await reason(keeper.unlock(passphrase))).toBe('wait')
    browser.pass(10_000)
    expect(await reason(keeper.unlock(passphrase))).toBe('done')
  })
})

describe('VLT-05: copies', () => {
  const broken = (browser: Around, name: string, edit: (blob: VaultBlob) => void) => {
    const blob = structuredClone(browser.disk.values.get(name)) as VaultBlob
    edit(blob)
    browser.disk.values.set(name, blob)
  }
  it('one gone or damaged: the same keys come from the other, and both are whole again', async () => {
    for (const [name, edit] of [
      ['keys.vault', (blob: VaultBlob) => void (blob.keys.data = 'AAAA')],
      ['keys.vault.copy', (blob: VaultBlob) => void (blob.kdf.rounds = 1_000)],
    ] as const) {
      const { browser, keeper } = await withVault()
      await keeper.lock()
      broken(browser, name, edit)
      await keeper.unlock(passphrase)
      expect(await keeper.credentials()).toEqual(keys)
      expect(browser.disk.values.get('keys.vault')).toEqual(
        browser.disk.values.get('keys.vault.copy'),
      )
      browser.disk.values.delete(name)
      expect(await createKeeper(browser).credentials()).toEqual(keys)
    }
  })
  it('both damaged: said as that, changed by nothing but forgetting', async () => {
    const { browser, keeper } = await withVault()
    for (const name of ['keys.vault', 'keys.vault.copy'])
      broken(browser, name, (blob) => (blob.kdf.salt = 'AAAA'))
    const before = onDisk(browser)
    expect(await keeper.state()).toEqual({ mode: 'broken', why: 'downgraded' })
    expect(await reason(keeper.unlock(passphrase))).toBe('downgraded')
    expect(await reason(keeper.credentials())).toBe('downgraded')
    expect(await reason(keeper.keepInVault(keys, passphrase))).toBe('exists')
    expect(await reason(keeper.keepInMemory(keys))).toBe('exists')
    expect(onDisk(browser)).toBe(before)
    await keeper.forget()
    expect(await keeper.state()).toEqual({ mode: 'none' })
  })
  it('a new passphrase opens what is there, the old one does not', async () => {
    const { browser, keeper } = await withVault()
    const dataKey = await keeper.dataKey()
    await keeper.changePassphrase(passphrase, 'canary passphrase 2')
    const next = createKeeper(around(browser.disk))
    expect(await reason(next.unlock(passphrase))).toBe('wrong')
    await next.unlock('canary passphrase 2')
    expect(await next.credentials()).toEqual(keys)
    expect(await next.dataKey()).toEqual(dataKey)
  })
  it('keys are replaced only while it is open', async () => {
    const { browser, keeper } = await withVault()
    const others = { ...keys, ak: 'CANARYAK00000000ABCD' }
    await keeper.lock()
    expect(await reason(keeper.replace(others))).toBe('locked')
    await keeper.unlock(passphrase)
    await keeper.replace(others)
    expect(await keeper.credentials()).toEqual(others)
    expect(onDisk(browser)).not.toContain(others.ak)
  })
})
