import { createHash, createHmac } from 'node:crypto'
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalQuery,
  sdkDate,
  type Query,
  type Signable,
  signed,
} from '@/utils/sources/api/sign'

const key = { access: 'AccessKey', secret: 'SecretKey' }
const both = ['host', 'x-sdk-date']
const java = 'https://service.region.example.com'
const project = '/v1/77b6a44cba5143ab91d13ab9a8ff44fd'
const marker = '13551d6b-755d-4757-b956-536f674975c0'
const python = 'https://service.endpoint.myhuaweicloud.com/resources'
const [day2019, day2020, day2006] = ['20191115T033655Z', '20200608T023900Z', '20060102T150405Z']

/** The published vectors of the vendor's Java, Python and Go SDKs. */
const vectors: [string, Signable, string, readonly string[], string][] = [
  [
    'Java GET',
    { method: 'GET', url: `${java}${project}/vpcs`, query: { limit: 2, marker } },
    day2019,
    both,
    'fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d',
  ],
  [
    'Java POST',
    { method: 'POST', url: `${java}${project}/vpc/123`, body: '{"key":"value"}' },
    day2019,
    both,
    'b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771',
  ],
  [
    'Java GET with a Host of its own',
    { method: 'GET', url: java, headers: { Host: 'example.com' } },
    day2019,
    both,
    '919ad8b75d4ad49da0d377e63ee21c4a7a54b752f6bf2878b4adbe9c19927da6',
  ],
  [
    'Python GET',
    { method: 'GET', url: python, query: { size: 1 } },
    day2020,
    both,
    'cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842',
  ],
  [
    'Python POST',
    { method: 'POST', url: python, query: { size: 1 }, body: '{"name":"test","id":1}' },
    day2020,
    both,
    '436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f',
  ],
  [
    'Go GET',
    { method: 'GET', url: 'https://example.huaweicloud.com/path', query: { limit: 1 } },
    day2006,
    ['x-sdk-date'],
    '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624',
  ],
  [
    'Go POST',
    {
      method: 'POST',
      url: 'https://example.huaweicloud.com/path',
      query: { key: 'value' },
      body: '{"Name":"test","Id":1}\n',
    },
    day2006,
    ['x-sdk-date'],
    'cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59',
  ],
]

describe('signing', () => {
  it.each(vectors)('gives the published signature: %s', async (_, request, date, names, wanted) => {
    const headers = await signed(request, key, moment(date), names)
    expect(headers['Authorization']).toBe(
      `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=${names.join(';')}, Signature=${wanted}`,
    )
    expect(headers['X-Sdk-Date']).toBe(date)
  })

  it('writes the published canonical query', () => {
    const query = { enable: true, limit: 1, multi: [3, 1, 2], test: '一 (&=?!#%.*)' }
    expect(canonicalQuery(query)).toBe(
      'enable=true&limit=1&multi=1&multi=2&multi=3' +
        '&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29',
    )
  })

  it('keeps the sign of an empty value and skips headers the gateway drops', async () => {
    expect(canonicalQuery({ b: '', a: [] })).toBe('b=')
    const request = { method: 'GET', url: java, headers: { a_b: '1', 'X-Language': 'en_US' } }
    const headers = await signed(request, key, 0)
    expect(headers['Authorization']).toContain('SignedHeaders=host;x-language;x-sdk-date,')
  })

  it('sends the token of temporary keys', async () => {
    const headers = await signed({ method: 'GET', url: java }, { ...key, securityToken: 't' }, 0)
    expect(headers['X-Security-Token']).toBe('t')
  })

  it("agrees with the vendor's own signer on 500 random requests", async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, secrets, moments, async (request, secret, at) => {
        const ours = await signed(request, { access: 'AK', secret }, at)
        expect(ours['Authorization']).toBe(vendorSigned(request, 'AK', secret, at))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with a second reading of the documentation on 500 random requests', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, secrets, moments, async (request, secret, at) => {
        const ours = await signed(request, { access: 'AK', secret }, at)
        expect(ours['Authorization']).toContain(`Signature=${documented(request, secret, at)}`)
      }),
      { numRuns: 500 },
    )
  })
})

const moment = (date: string): number =>
  Date.parse(date.replace(/(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)/, '$1-$2-$3:$4:$5'))

const moments = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000)
const secrets = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })
const word = fc.stringMatching(/^[\w.~-]{1,12}$/)
const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer().map(String))
// Lists of plain words: the vendor's signer sorts list values before it encodes them, the documentation after.
const anyRequest: fc.Arbitrary<Signable & { data?: object; query: Query }> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    path: fc.array(
      word.filter((one) => !/^\.+$/.test(one)),
      { maxLength: 5 },
    ),
    query: fc.dictionary(word, fc.oneof(value, fc.array(word, { maxLength: 4 })), { maxKeys: 5 }),
    data: fc.option(fc.dictionary(word, fc.oneof(value, fc.integer(), fc.array(value)))),
    language: fc.constantFrom('zh_CN', 'en_US'),
  })
  .map(({ method, path, query, data, language }) => ({
    method,
    url: `https://bss.myhuaweicloud.com/${path.join('/')}`,
    query: { ...query },
    headers: { 'X-Language': language, 'Content-Type': 'application/json' },
    ...(data === null ? {} : { data: { ...data }, body: JSON.stringify({ ...data }) }),
  }))

function vendorSigned(
  { method, url, query, headers, data }: Signable & { data?: object },
  ak: string,
  sk: string,
  at: number,
): string | undefined {
  const request = {
    method,
    endpoint: url,
    // It sorts lists in place.
    queryParams: structuredClone(query),
    headers: { ...headers, 'X-Sdk-Date': sdkDate(at) },
    ...(data === undefined ? {} : { data }),
  }
  const credential = { getAk: () => ak, getSk: () => sk }
  const made: Record<string, string> = AKSKSigner.sign(request as never, credential as never)
  return made['Authorization']
}

/** Written from the documentation alone, with other means than the product's. */
function documented(request: Signable, secret: string, at: number): string {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
  const escape = (text: string): string =>
    [...Buffer.from(text)]
      .map((byte) => {
        const sign = String.fromCharCode(byte)
        return /[A-Za-z0-9_.~-]/.test(sign) ? sign : `%${byte.toString(16).padStart(2, '0')}`
      })
      .map((part) => (part.length > 1 ? part.toUpperCase() : part))
      .join('')
  const url = new URL(request.url)
  const pairs: string[][] = []
  for (const [name, given] of Object.entries(request.query ?? {})) {
    for (const one of Array.isArray(given) ? given : [given]) {
      pairs.push([escape(name), escape(String(one))])
    }
  }
  pairs.sort(([a, x], [b, y]) =>
    Buffer.compare(Buffer.from(`${a}\0${x}`), Buffer.from(`${b}\0${y}`)),
  )
  const date = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[:-]/g, '')}Z`
  const all: Record<string, string> = { host: url.host, 'x-sdk-date': date }
  for (const [name, text] of Object.entries(request.headers ?? {})) all[name.toLowerCase()] = text
  const names = Object.keys(all).toSorted()
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`
  const canonical =
    `${request.method}\n${path}\n${pairs.map((pair) => pair.join('=')).join('&')}\n` +
    `${names.map((name) => `${name}:${all[name]}\n`).join('')}\n${names.join(';')}\n` +
    sha(request.body ?? '')
  return createHmac('sha256', secret)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha(canonical)}`)
    .digest('hex')
}
