import { describe, expect, it } from 'vitest'
import { isListed, safeLink } from '@/utils/exports/link'

const page = 'https://account.huaweicloud.com/obmgr/?locale=zh-cn#/records'
const own = ['https://partner.example.cn']
const of = (link: string | undefined) => safeLink(link, page, own)

describe('links to files', () => {
  it.each([
    ['/obmgr/rest/x?taskId=1', 'https://account.huaweicloud.com/obmgr/rest/x?taskId=1'],
    ['https://b.obs.cn-north-4.myhuaweicloud.com/f.csv?Signature=a%2Fb', undefined],
    ['https://partner.example.cn/f', undefined],
    ['HTTPS://ACCOUNT.huaweicloud.com/f#part', 'https://account.huaweicloud.com/f'],
    ['//account.huaweicloud.com/f', 'https://account.huaweicloud.com/f'],
    ['https://account.huaweicloud.com:443/f', 'https://account.huaweicloud.com/f'],
    ['  /f  ', 'https://account.huaweicloud.com/f'],
  ])('are made anew of their parts: %s', (link, url = link) => expect(of(link)).toEqual({ url }))

  it.each([
    [undefined, 'no-link'],
    ['', 'no-link'],
    ['javascript:alert(1)', 'not-https'],
    ['JaVaScRiPt:alert(1)', 'not-https'],
    ['java\tscript:alert(1)', 'bad-link'],
    ['data:text/html,x', 'not-https'],
    ['blob:https://account.huaweicloud.com/x', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['http://account.huaweicloud.com/f', 'not-https'],
    ['ftp://account.huaweicloud.com/f', 'not-https'],
    ['chrome://settings', 'not-https'],
    ['https://evil.example/f', 'off-list'],
    ['//evil.example/f', 'off-list'],
    ['/\\evil.example/f', 'bad-link'],
    ['https:\\\\evil.example\\f', 'bad-link'],
    ['https://account.huaweicloud.com.evil.example/f', 'off-list'],
    ['https://evilhuaweicloud.com/f', 'off-list'],
    ['https://huaweicloud.com.evil/f', 'off-list'],
    ['https://account.huaweicloud.com@evil.example/f', 'bad-link'],
    ['https://user:pw@account.huaweicloud.com/f', 'bad-link'],
    ['https://account.huaweicloud.com:8443/f', 'off-list'],
    ['https://account.huaweicloud.com./f', 'off-list'],
    ['https://account.huaweiclоud.com/f', 'off-list'],
    ['https://127.0.0.1/f', 'off-list'],
    ['https://[::1]/f', 'off-list'],
    ['https://', 'bad-link'],
    [`/${'x'.repeat(5000)}`, 'bad-link'],
    ['/a\u0000b', 'bad-link'],
  ])('SEC-07 lead nowhere else: %s', (link, problem) => expect(of(link)).toEqual({ problem }))

  it('SEC-07 are looked at again where they ended', () => {
    expect(isListed('https://b.obs.myhuaweicloud.com/f', [])).toBe(true)
    expect(isListed('https://evil.example/f', own)).toBe(false)
    expect(isListed('http://account.huaweicloud.com/f', own)).toBe(false)
    expect(isListed('not an address', own)).toBe(false)
  })
})
