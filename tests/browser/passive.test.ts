import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startConsole } from '../console/server.ts'
import { startLens, type Lens } from '../tools/chromium.ts'
import { allPages, goTo } from '../tools/walk.ts'
import { openConsole, startWorld } from './world.ts'

interface Seen {
  requests: string[]
  errors: string[]
  tables: string[]
}

/** What a page does on a walk of three lists: its requests in order, its errors, its cells. */
async function walk(lens: Lens, desk: Awaited<ReturnType<typeof startConsole>>): Promise<Seen> {
  const page = await openConsole(lens)
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  const tables: string[] = []
  for (const hash of [
    '#/obmgr/customer/list',
    '#/obmgr/voucher/manage?tab=issued',
    '#/obmgr/incentive/manage',
  ]) {
    await goTo(page, hash)
    await allPages(page)
    tables.push(...(await page.locator('td').allTextContents()))
  }
  const requests = desk
    .requests()
    .filter(({ kind }) => kind !== 'asset')
    .map(({ method, host, path, search }) => `${method} ${host}${path}${search}`)
  return { requests, errors, tables }
}

describe('SEC-03 the page with the extension behaves as one without', () => {
  it('asks the same, in the same order, and shows the same, without an error', async () => {
    await using world = await startWorld()
    const withLens = await walk(world.lens, world.desk)
    const desk = await startConsole()
    const bare = await startLens({ port: desk.port })
    const without = await walk(bare, desk)
    await bare.close()
    await desk.stop()
    expect(withLens.requests).toEqual(without.requests)
    expect(withLens.tables).toEqual(without.tables)
    expect(withLens.errors).toEqual(without.errors)
    expect(withLens.requests.length).toBeGreaterThan(5)
    expect(withLens.tables.length).toBeGreaterThan(500)
  })

  it('gives the page the very answers the browser gives, in 200 cases of fetch and XMLHttpRequest', async () => {
    await using world = await startWorld()
    const desk = await startConsole()
    const bare = await startLens({ port: desk.port })
    const withLens = await answers(await openConsole(world.lens))
    const without = await answers(await openConsole(bare))
    await bare.close()
    await desk.stop()
    const timeless = (seen: unknown[]) => JSON.stringify(seen).replaceAll(/now\W+\d+/g, 'now')
    expect(timeless(withLens)).toBe(timeless(without))
    expect(withLens.length).toBe(200)
  })

  it('hits no setter a page planted on prototypes, and is not seen in what the page can see', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    const hits = await page.evaluate(async () => {
      let count = 0
      for (const name of ['method', 'href', 'address', 'bytes', 'url', 'body', 'order', '0', '1']) {
        for (const prototype of [Object.prototype, Array.prototype]) {
          if (Object.hasOwn(prototype, name)) continue
          Object.defineProperty(prototype, name, {
            configurable: true,
            get: () => undefined,
            set() {
              count++
            },
          })
        }
      }
      await fetch('/obmgr/rest/bpuser/v1/current').then((response) => response.json())
      await new Promise((resolve) => setTimeout(resolve, 500))
      return count
    })
    expect(hits).toBe(0)
    expect(await page.evaluate(() => `${fetch}`)).toContain('[native code]')
    expect(await page.evaluate(() => fetch.name + fetch.length)).toBe('fetch1')
  })

  it('says nothing to the page when it starts', async () => {
    await using world = await startWorld()
    await world.lens.context.addInitScript(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))
    })
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/customer/list')
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
      [],
    )
  })
})

/** 200 questions of many shapes; what comes back, errors included. */
function answers(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const paths = [
      '/obmgr/rest/bpuser/v1/current',
      '/obmgr/rest/none',
      '/obmgr/rest/bpnews/v1/notice/list?page=1',
      '/obmgr/',
      'https://nowhere.invalid/x',
      'data:application/json,{"a":1}',
      'http://[',
      '/%zz',
    ]
    const shapes: ((path: string) => Promise<unknown>)[] = [
      (path) => fetch(path).then((response) => response.text()),
      (path) => fetch(new Request(path)).then((response) => response.clone().text()),
      (path) =>
        fetch(new URL(path, location.href), { method: 'POST', body: '{}' }).then(
          (response) => response.status,
        ),
      (path) => fetch(path, { signal: AbortSignal.abort() }).then((response) => response.text()),
      async (path) => {
        const response = await fetch(path)
        const first = await response.text()
        return [
          first.length,
          response.bodyUsed,
          response.headers.get('content-type'),
          response.url,
          response.type,
        ]
      },
      (path) => fetch(path, null as unknown as RequestInit).then((response) => response.ok),
      (path) => ask(path, ''),
      (path) => ask(path, 'json'),
      (path) => ask(path, 'arraybuffer'),
      (path) => ask(path, 'blob'),
    ]
    function ask(path: string, type: XMLHttpRequestResponseType): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        const events: string[] = []
        for (const name of ['loadstart', 'load', 'error', 'loadend'])
          request.addEventListener(name, () => events.push(name))
        request.addEventListener('loadend', () => {
          const body = type === '' ? request.responseText : request.response
          resolve([
            events,
            request.status,
            body instanceof ArrayBuffer ? body.byteLength : body instanceof Blob ? body.size : body,
          ])
        })
        try {
          request.open('GET', path)
          request.responseType = type
          request.send()
        } catch (error) {
          reject(error as Error)
        }
      })
    }
    const seen: unknown[] = []
    for (let round = 0; seen.length < 200; round++) {
      for (const shape of shapes) {
        for (const path of paths) {
          if (seen.length >= 200) break
          try {
            seen.push(await shape(path))
          } catch (error) {
            seen.push([
              (error as Error).name,
              (error as Error).message,
              (error as Error) instanceof Error,
            ])
          }
        }
      }
      if (round > 5) break
    }
    return seen
  })
}
