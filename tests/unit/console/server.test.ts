// @vitest-environment node
import { request } from 'node:https'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Console, startConsole } from '../../console/server.ts'

let standIn: Console

beforeAll(async () => {
  standIn = await startConsole({ now: Date.parse('2026-11-03T10:22:31+08:00'), latencyMs: 0 })
})
afterAll(() => standIn.stop())
beforeEach(() => standIn.reset())

interface Answered {
  status: number
  type: string
  text: string
}

function ask(host: string, path: string, body?: object): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: standIn.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host },
        rejectUnauthorized: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const HOST = 'account.huaweicloud.com'
const ISSUED = '/obmgr/rest/bpcoupon/v2/issued/list'
const served = (sheet: string) => standIn.served().find((one) => one.sheet === sheet)?.count

describe('the stand-in console', () => {
  it('serves the partner app on every host of the console, in English on the international one', async () => {
    for (const host of [HOST, 'console.huaweicloud.com', 'partner-test.huaweicloud.com']) {
      expect((await ask(host, '/obmgr/')).text).toContain('<html lang="zh-CN"')
    }
    expect((await ask('account-intl.huaweicloud.com', '/obmgr/')).text).toContain(
      '"currency":"USD"',
    )
    expect((await ask(HOST, '/obmgr/?locale=en-us')).text).toContain('<html lang="en"')
  })

  it('answers nothing for hosts it does not stand in for', async () => {
    expect((await ask('example.com', '/obmgr/')).status).toBe(404)
  })

  it('hides the controls of tests from the hosts of the console', async () => {
    expect((await ask(HOST, '/__test/truth')).status).toBe(404)
    expect((await ask('127.0.0.1', '/__test/clock')).text).toContain('"now"')
  })

  it('answers a page masked and counts its rows once', async () => {
    const first = await ask(HOST, ISSUED, { pageNum: '1', pageSize: '10' })
    await ask(HOST, ISSUED, { pageNum: '1', pageSize: '10' })
    const truth = standIn.truth({ sheet: 'issued' })[0]
    expect(JSON.parse(first.text).data).toMatchObject({ total: truth?.total })
    expect(first.text).not.toContain(String(truth?.rows[0]?.row['custName']))
    expect(served('issued')).toBe(10)
  })

  it('answers and counts every press of an eye', async () => {
    const params = { pageNum: '1', pageSize: '10', field: 'custName' }
    const { text } = await ask(HOST, `${ISSUED}/sensitive`, params)
    expect(text).toContain(String(standIn.truth({ sheet: 'issued' })[0]?.rows[0]?.row['custName']))
    expect(text).not.toContain('acctName')
    expect(standIn.reveals()).toBe(1)
  })

  it('logs what was asked, in order, and leaves its own controls out', async () => {
    await ask(HOST, '/obmgr/')
    await ask('localhost', '/__test/served')
    await ask(HOST, '/obmgr/rest/bpuser/v1/current')
    expect(standIn.requests().map(({ n, kind, path }) => [n, kind, path])).toEqual([
      [1, 'document', '/obmgr/'],
      [2, 'user', '/obmgr/rest/bpuser/v1/current'],
    ])
  })

  it.each([
    ['error500', 500, /^\{/],
    ['login', 200, /^<!doctype html>/],
    ['deep', 200, /^(\{"a":){10000}/],
    ['proto', 200, /^\{"__proto__"/],
  ] as const)('spoils an answer with %s, as often as asked', async (kind, status, start) => {
    standIn.setFaults([{ kind, times: 1 }])
    const spoilt = await ask(HOST, ISSUED, {})
    expect(spoilt.status).toBe(status)
    expect(spoilt.text).toMatch(start)
    expect(served('issued')).toBe(kind === 'proto' ? 10 : 0)
    expect((await ask(HOST, ISSUED, {})).text).toContain('"retCode":"0"')
  })

  it('cuts an answer, and swells one to fifty megabytes', async () => {
    standIn.setFaults([{ kind: 'cut', times: 1 }])
    const { text } = await ask(HOST, ISSUED, {})
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    standIn.setFaults([{ kind: 'huge', times: 1 }])
    expect((await ask(HOST, ISSUED, {})).text.length).toBeGreaterThan(50 * 1024 * 1024)
  })

  it('lets a reveal fail or be limited, and nothing else', async () => {
    standIn.setFaults([{ kind: 'revealLimited' }])
    expect((await ask(HOST, `${ISSUED}/sensitive`, { field: 'custName' })).status).toBe(429)
    expect((await ask(HOST, ISSUED, {})).status).toBe(200)
  })

  it('makes an export, lets it run, gives its file, and has no file after three days', async () => {
    const created = await ask(HOST, '/obmgr/rest/bpexport/v1/task/create', {
      exportType: 'COUPON_LOG',
    })
    const { taskId } = JSON.parse(created.text).data
    const file = `/obmgr/rest/bpexport/v1/task/download?taskId=${taskId}`
    expect((await ask(HOST, file)).status).toBe(404)
    standIn.advanceClock(3000)
    const { type, text } = await ask(HOST, file)
    expect(type).toContain('text/csv')
    expect(text.trim().split('\r\n')).toHaveLength(92)
    standIn.advanceClock(3 * 86_400_000)
    expect((await ask(HOST, file)).status).toBe(404)
  })

  it('is another partner after the account was switched, over HTTP too', async () => {
    await ask('127.0.0.1', '/__test/account', { account: 'partner-b' })
    expect((await ask(HOST, '/obmgr/rest/bpuser/v1/current')).text).toContain('hwc_partner_hengtai')
    expect(served('issued')).toBe(0)
  })
})
