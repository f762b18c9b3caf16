import { describe, expect, it } from 'vitest'
import { type Entered, isLongEnough, keysFrom } from '@/utils/vault/entered'

const form: Entered = {
  site: 'cn',
  caller: 'partner',
  kind: 'key',
  ak: 'ABCDEFGHIJ0123456789',
  sk: 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789+/==',
  token: '',
}

describe('keys as entered', () => {
  it('lose the blanks of pasting', () => {
    expect(keysFrom({ ...form, ak: ` ${form.ak}\n`, sk: `\t${form.sk} ` })).toEqual({
      site: 'cn',
      caller: 'partner',
      ak: form.ak,
      sk: form.sk,
    })
    expect(keysFrom({ ...form, kind: 'token', token: ' MIIEpgYJKoZIhvcNAQcC\n' })).toEqual({
      site: 'cn',
      caller: 'partner',
      ak: '',
      sk: '',
      token: 'MIIEpgYJKoZIhvcNAQcC',
    })
  })
  it('are refused by what is wrong, without saying what was typed', () => {
    expect(keysFrom({ ...form, ak: '' })).toBe('ak')
    expect(keysFrom({ ...form, ak: 'AB CD EF GH IJ KL' })).toBe('ak')
    expect(keysFrom({ ...form, sk: 'short' })).toBe('sk')
    expect(keysFrom({ ...form, sk: `${form.sk}\n${form.sk}` })).toBe('sk')
    expect(keysFrom({ ...form, ak: form.sk, sk: form.ak })).toBe('swapped')
    for (const token of [
      '',
      'a token with blanks in it',
      'MIIEpgYJ\r\nX-Other: header',
      '令牌令牌令牌令牌令牌令牌令牌令牌',
    ])
      expect(keysFrom({ ...form, kind: 'token', token })).toBe('token')
  })
  it('a passphrase has twelve characters', () => {
    expect(isLongEnough('elevenchars')).toBe(false)
    expect(isLongEnough('twelve chars')).toBe(true)
    expect(isLongEnough('😀'.repeat(6))).toBe(false)
  })
})
