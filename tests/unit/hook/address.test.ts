import { describe, expect, it } from 'vitest'
import { addressOf, mayHoldList } from '@/utils/sources/hook/address'
import { leftAlone } from '@/utils/sources/hook/left-alone'

const base = 'https://account.huaweicloud.com/obmgr/#/coupons'

describe('addressOf', () => {
  it('replaces ids in the path and leaves the query out', () => {
    const address = addressOf('get', '/rest/customers/4f2a9c0d11/resources/12?page=2', base)
    expect(address).toBe('GET https://account.huaweicloud.com/rest/customers/*/resources/*')
  })
  it('keeps words, versions and short names', () => {
    expect(addressOf('POST', '/rest/v2/coupon-list', base)).toBe(
      'POST https://account.huaweicloud.com/rest/v2/coupon-list',
    )
  })
  it('gives nothing for scripts, pictures, files and other schemes', () => {
    for (const href of [
      '/a.js',
      '/b.png?x=1',
      'data:text/plain,1',
      'http://account.huaweicloud.com/x',
      '/f.csv',
      'https://[',
    ]) {
      expect(addressOf('GET', href, base)).toBeUndefined()
    }
  })
})

describe('mayHoldList', () => {
  it('takes JSON and leaves streams alone', () => {
    expect(mayHoldList('application/json;charset=UTF-8')).toBe(true)
    expect(mayHoldList('application/problem+json')).toBe(true)
    for (const type of [
      null,
      'text/html',
      'application/x-ndjson',
      'text/event-stream',
      'application/octet-stream',
    ]) {
      expect(mayHoldList(type)).toBe(false)
    }
  })
})

describe('leftAlone', () => {
  it('lets one in so many through again', () => {
    const quiet = leftAlone(3)
    expect(quiet.passes('a')).toBe(true)
    quiet.leave('a')
    expect([1, 2, 3, 4, 5, 6].map(() => quiet.passes('a'))).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ])
  })
})
