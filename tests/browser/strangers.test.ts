import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startConsole } from '../console/server.ts'
import { buildExtension } from '../tools/build.mjs'
import { startLens } from '../tools/chromium.ts'
import { cacheIn } from '../tools/probe.ts'
import { acceptCapture, askFrom, openConsole, startWorld } from './world.ts'

/** Another extension that tries to speak to ours. */
function stranger(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'stranger', version: '1' }),
  )
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>stranger</title>')
  return folder
}

describe('strangers', () => {
  it('SEC-06 another extension reaches nothing', async () => {
    const desk = await startConsole()
    const other = stranger()
    const lens = await startLens({ port: desk.port, extension: `${buildExtension()},${other}` })
    await acceptCapture(lens)
    const page = await lens.context.newPage()
    await page.goto('chrome://extensions')
    const ids = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const list = (
            globalThis as unknown as {
              chrome: {
                developerPrivate: {
                  getExtensionsInfo(then: (all: { id: string; name: string }[]) => void): void
                }
              }
            }
          ).chrome
          list.developerPrivate.getExtensionsInfo((all) =>
            resolve(all.filter(({ name }) => name === 'stranger').map(({ id }) => id)),
          )
        }),
    )
    await page.goto(`chrome-extension://${ids[0]}/page.html`)
    const answers = await page.evaluate(async (id) => {
      const said: string[] = []
      for (const name of ['forget.everything', 'tab.state', 'panel.open']) {
        await chrome.runtime.sendMessage(id, { name, message: {} }).then(
          (answer) => said.push(JSON.stringify(answer) ?? 'nothing'),
          (error: Error) => said.push(error.message),
        )
      }
      const port = chrome.runtime.connect(id)
      await new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()))
      return said
    }, lens.id)
    expect(answers.every((each) => each.includes('Could not establish connection'))).toBe(true)
    await lens.close()
    await desk.stop()
  })

  it('SEC-01 a page of the console may not ask what only our own pages may', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    const ran = await page.evaluate(
      () => typeof chrome === 'undefined' || typeof chrome.runtime?.sendMessage === 'undefined',
    )
    expect(ran).toBe(true)
  })

  it('SEC-08 nothing a source says is ever run: 500 hostile texts through every table of ours', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('options.html')
    const shapes = [
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      'javascript:alert(1)',
      '"><script>alert(1)</script>',
      '{{constructor.constructor("alert(1)")()}}',
    ]
    const texts = Array.from({ length: 500 }, (_, i) => `${shapes[i % shapes.length]}${i}`)
    await (
      await cacheIn(own)
    ).ingest({
      id: 'xss',
      account: 'cn:x',
      kind: 'coupon',
      source: 'capture',
      observedAt: Date.now(),
      place: 'https://account.huaweicloud.com/obmgr/',
      records: texts.map((text, i) => ({
        couponId: `C${i}`,
        planName: text,
        scope: text,
        customerName: text,
        faceValue: '1',
        balance: '1',
        status: 'usable',
        currency: 'CNY',
      })),
    })
    await (
      await cacheIn(own)
    ).noteAccount({
      key: 'cn:x',
      site: 'cn',
      name: shapes[0] ?? '',
      label: shapes[1] ?? '',
      lastSeenAt: Date.now(),
    })
    for (const path of ['popup.html', 'sidepanel.html', 'dashboard.html', 'options.html']) {
      const page = await world.lens.context.newPage()
      const ran: string[] = []
      page.on('dialog', (dialog) => {
        ran.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) ran.push(message.text())
      })
      await page.goto(`chrome-extension://${world.lens.id}/${path}`)
      await page.locator('main, [role="main"], h1').first().waitFor()
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
      expect(ran, path).toEqual([])
      expect(await page.locator('img[src="x"], svg[onload]').count(), path).toBe(0)
      await page.close()
    }
    expect((await askFrom(own, 'tab.state', {}))?.ok).toBe(true)
  })
})
