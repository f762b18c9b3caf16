import { describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from '@/utils/sources/api/client'
import { hosts } from '@/utils/sources/api/hosts'
import { sdkDate } from '@/utils/sources/api/sign'

const key = { access: 'CANARYACCESS', secret: 'CANARYSECRET' }
const start = Date.UTC(2026, 10, 22, 8)

interface Sent {
  address: string
  init: RequestInit
  at: number
}
type Said = (n: number, sent: Sent) => Response | Error

/** A client in a world of its own time; `HEAD` gets the server's date. */
function world(said: Said, options: Partial<ClientOptions> & { aheadMs?: number } = {}) {
  let time = start
  const sent: Sent[] = []
  const dated = (response: Response): Response => {
    response.headers.set('date', new Date(time + (options.aheadMs ?? 0)).toUTCString())
    return response
  }
  const client = createClient({
    site: 'cn',
    key,
    now: () => time,
    wait: async (ms, signal) => {
      signal?.throwIfAborted()
      time += ms
    },
    random: () => 1,
    fetch: async (address, init) => {
      const request = { address: String(address), init: init ?? {}, at: time }
      if (request.init.method === 'HEAD') return dated(new Response(null))
      sent.push(request)
      const answer = said(sent.length, request)
      if (answer instanceof Error) throw answer
      return dated(answer)
    },
    ...options,
  })
  return { client, sent, time: () => time }
}

const ok = (body: unknown = { count: 0, user_coupons: [] }, init?: ResponseInit): Response =>
  new Response(JSON.stringify(body), init)
const name = 'ListSubCustomerCoupons'
const header = ({ init }: Sent, field: string) => new Headers(init.headers).get(field)
const failure = (promise: Promise<unknown>): Promise<Error & { reason?: string }> =>
  promise.then(
    () => expect.fail('should have failed'),
    (error: Error) => error,
  )

describe('a call', () => {
  it('signs, sends and gives rows with their total', async () => {
    const { client, sent } = world(() => ok({ count: '2', user_coupons: [{}, {}] }))
    const answer = await client.call(name, { limit: 100, offset: 0 })
    expect(answer).toMatchObject({ rows: [{}, {}], total: 2 })
    const [request] = sent as [Sent]
    expect(request.address).toBe(
      `https://${hosts.cn}/v2/promotions/benefits/coupons?limit=100&offset=0`,
    )
    expect(header(request, 'authorization')).toContain('SignedHeaders=host;x-sdk-date,')
    expect(request.init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
  })
  it('sends a pasted token instead of a signature', async () => {
    const { client, sent } = world(() => ok(), { key: { token: 'TOKEN' } })
    await client.call(name, {})
    expect(header(sent[0] as Sent, 'x-auth-token')).toBe('TOKEN')
    expect(header(sent[0] as Sent, 'authorization')).toBeNull()
  })
  it('takes a missing list for an empty one, and anything else that is no list for a change', async () => {
    const empty = await world(() => ok({ count: 0 })).client.call(name, {})
    expect(empty.rows).toEqual([])
    const changed = await failure(
      world(() => ok({ count: 1, user_coupons: 'none' })).client.call(name, {}),
    )
    expect(changed.name).toBe('ShapeError')
  })
  it('keeps requests of one operation under the rate', async () => {
    const { client, sent } = world(() => ok())
    for (let n = 0; n < 45; n++) await client.call(name, {})
    const times = sent.map(({ at }) => at)
    for (const at of times) {
      expect(times.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(10)
    }
    expect((times.at(-1) ?? 0) - start).toBeLessThan(4.5 * 1000 * 1.15)
  })
  it('uses the share it was given', async () => {
    const { client, time } = world(() => ok(), { share: 0.5 })
    for (let n = 0; n < 11; n++) await client.call(name, {})
    expect(time() - start).toBeGreaterThanOrEqual(2000)
  })
})

describe('trying again', () => {
  it('waits as long as the gateway asks, or till its second is over', async () => {
    const limited = { error_code: 'APIGW.0308', error_message: 'threshold' }
    const { client, sent } = world((n) =>
      n > 3 ? ok() : ok(limited, { status: 429, headers: n === 1 ? { 'retry-after': '7' } : {} }),
    )
    await client.call(name, {})
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
    expect(gaps[0]).toBeGreaterThanOrEqual(7000)
    expect(gaps[2]).toBeGreaterThanOrEqual(1000)
  })
  it.each<[string, Said]>([
    ['5xx', (n) => (n > 2 ? ok() : ok({ error_code: 'CBC.0999' }, { status: 500 }))],
    ['the unknown error with 200', (n) => (n > 2 ? ok() : ok({ error_code: 'CBC.0999' }))],
    ['a cut body', (n) => (n > 2 ? ok() : new Response('{"count":1,"user_c'))],
    ['a lost connection', (n) => (n > 2 ? ok() : new TypeError('fetch failed'))],
  ])('survives %s', async (_, said) => {
    const { client, sent } = world(said)
    await expect(client.call(name, {})).resolves.toMatchObject({ rows: [] })
    expect(sent).toHaveLength(3)
  })
  it('gives up with a name', async () => {
    const { client, sent } = world(() => new TypeError('fetch failed'))
    expect((await failure(client.call(name, {}))).name).toBe('UnreachableError')
    expect(sent).toHaveLength(6)
    const cut = await failure(world(() => new Response('<html>')).client.call(name, {}))
    expect(cut.name).toBe('ShapeError')
  })
  it('stops when told to, also while it waits', async () => {
    const stop = new AbortController()
    const { client, sent } = world(() => {
      stop.abort(new Error('stopped'))
      return ok({}, { status: 503 })
    })
    expect((await failure(client.call(name, {}, stop.signal))).message).toBe('stopped')
    expect(sent).toHaveLength(1)
  })
  it('asks no more often than was announced', async () => {
    let left = 3
    const { client, sent } = world(() => ok({}, { status: 503 }), { maySend: () => left-- > 0 })
    expect((await failure(client.call(name, {}))).reason).toBe('budget')
    expect(sent).toHaveLength(3)
  })
})

describe('a no', () => {
  it.each<[unknown, number, string]>([
    [{ error_code: 'CBC.5001', error_msg: 'not a partner' }, 200, 'caller'],
    [{ error_details: [{ error_code: 'CBC.99000035' }] }, 200, 'customer'],
    [{ error_code: 'CBC.5002' }, 500, 'customer'],
    [{ error_code: 'CBC.0151' }, 403, 'caller'],
    [{}, 403, 'caller'],
    [{ error_code: 'CBC.0154' }, 403, 'key'],
    [{ error_code: 'APIGW.0301', error_msg: 'canonical request |GET|' }, 401, 'key'],
    [{ error: { code: 401, title: 'Unauthorized' } }, 401, 'key'],
  ])('%o with %i is for the reason %s', async (body, status, reason) => {
    const { client, sent } = world(() => ok(body, { status }))
    expect(await failure(client.call(name, {}))).toMatchObject({ name: 'AccessError', reason })
    expect(sent).toHaveLength(1)
  })
  it('is a change of shape where the request was not understood', async () => {
    const { client } = world(() => ok({ error_code: 'CBC.0100' }, { status: 400 }))
    expect((await failure(client.call(name, {}))).name).toBe('ShapeError')
  })
  it('takes the code of success for none', async () => {
    const { client } = world(() => ok({ error_code: 'CBC.0000', count: 0, user_coupons: [] }))
    await expect(client.call(name, {})).resolves.toMatchObject({ total: 0 })
  })
  it('never says keys or bodies', async () => {
    const body = { error_code: 'CANARYSECRET\n<b>', error_msg: 'CANARYBODY' }
    for (const said of [() => ok(body, { status: 400 }), () => ok(body, { status: 403 })]) {
      const { client } = world(said)
      const error = await failure(client.call(name, { coupon_id: 'CANARYPARAM' }))
      const all = `${error.message}${error.stack}${JSON.stringify(error)}${JSON.stringify(client)}`
      expect(all).not.toMatch(/CANARY/)
    }
  })
})

describe('the clock', () => {
  const minute = 60_000
  it.each([4, -4, 6, -6, 14, -14])('%i minutes off is put right', async (minutes) => {
    const { client, sent } = world(() => ok(), { aheadMs: minutes * minute })
    await client.call(name, {})
    const off = Math.abs((client.skewMs() ?? 0) - minutes * minute)
    expect(off).toBeLessThanOrEqual(1000)
    expect(header(sent[0] as Sent, 'x-sdk-date')).toBe(sdkDate(start + (client.skewMs() ?? 0)))
  })
  it.each([16, -16, 24 * 60, -24 * 60])('%i minutes off: nothing signed is sent', async (off) => {
    const { client, sent } = world(() => ok(), { aheadMs: off * minute })
    expect((await failure(client.call(name, {}))).reason).toBe('clock')
    expect(sent).toHaveLength(0)
    expect(client.sent()).toBe(0)
  })
})
