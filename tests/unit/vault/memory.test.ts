import { describe, expect, it } from 'vitest'
import { createKeeper } from '@/utils/vault/keeper'
import type { Keys } from '@/utils/vault/types'
import { around, place } from './surroundings'

const keys: Keys = {
  site: 'cn',
  ak: 'CANARYAK00000000WXYZ',
  sk: 'canary-sk-0123456789',
  caller: 'partner',
}

describe('keys until the browser closes', () => {
  it('are given for requests, and written nowhere on disk', async () => {
    const browser = around()
    const keeper = createKeeper(browser)
    expect(await keeper.credentials()).toBe('none')
    await keeper.keepInMemory(keys)
    expect(await keeper.credentials()).toEqual(keys)
    expect(await keeper.dataKey()).toBe('none')
    expect(browser.disk.values.size).toBe(0)
  })
  it('are the same in every page of a browser, and gone in the next', async () => {
    const browser = around()
    await createKeeper(browser).keepInMemory(keys)
    expect(await createKeeper(browser).credentials()).toEqual(keys)
    expect(await createKeeper(around(browser.disk)).credentials()).toBe('none')
  })
  it('show the last four characters of the access key and no more', async () => {
    const keeper = createKeeper(around())
    await keeper.keepInMemory(keys)
    expect(await keeper.state()).toEqual({
      mode: 'memory',
      site: 'cn',
      caller: 'partner',
      kind: 'key',
      tail: 'WXYZ',
    })
    await keeper.replace({
      site: 'intl',
      ak: '',
      sk: '',
      token: 'canary-token-MIIEpgYJ',
      caller: 'customer',
    })
    expect(await keeper.state()).toEqual({
      mode: 'memory',
      site: 'intl',
      caller: 'customer',
      kind: 'token',
      tail: '',
    })
  })
  it('are forgotten when asked, and listeners hear it', async () => {
    const keeper = createKeeper(around(place()))
    let heard = 0
    const stop = keeper.onChange(() => heard++)
    await keeper.keepInMemory(keys)
    await keeper.forget()
    expect(await keeper.state()).toEqual({ mode: 'none' })
    expect(heard).toBe(2)
    stop()
    await keeper.forget()
    expect(heard).toBe(2)
  })
})
