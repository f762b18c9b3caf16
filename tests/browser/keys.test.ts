import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cut, eventually, openConsole, startWorld } from './world.ts'

const ak = 'QZLINNETAK4711WXYZ77'
const sk = 'linnet0sk0qQ7tKx9VbN2mLw4Rz8Yc1Hd5Jf6GsP'
const passphrase = 'linnet heron lantern 4711'
const secrets = { ak, sk, passphrase }
const hosts = ['https://bss.myhuaweicloud.com/*']

/** What a secret may look like on disk: as bytes, as UTF-16, as base64 at each of its three offsets. */
function shapesOf(secret: string): Buffer[] {
  const plain = Buffer.from(secret)
  const base64 = [0, 1, 2].map((pad) => {
    const text = Buffer.concat([Buffer.alloc(pad), plain]).toString('base64')
    return Buffer.from(text.slice(4, -4))
  })
  return [plain, Buffer.from(secret, 'utf16le'), ...base64]
}
/** Files of a profile that hold any of the secrets. */
function hits(profile: string, wanted: Record<string, string>): string[] {
  const shapes = Object.entries(wanted).map(([name, secret]) => [name, shapesOf(secret)] as const)
  return globSync('**/*', { cwd: profile }).flatMap((file) => {
    const path = join(profile, file)
    const bytes = statSync(path, { throwIfNoEntry: false })?.isFile()
      ? readFileSync(path)
      : undefined
    if (!bytes) return []
    return shapes.flatMap(([name, each]) =>
      each.some((shape) => bytes.includes(shape)) ? [`${name} in ${file}`] : [],
    )
  })
}

async function enter(page: Page, inVault: boolean): Promise<void> {
  await page.getByTestId('keys-ak').fill(ak)
  await page.getByTestId('keys-sk').fill(sk)
  if (inVault) {
    await page.getByTestId('keys-vault').check()
    await page.getByTestId('passphrase-new').fill(passphrase)
    await page.getByTestId('passphrase-again').fill(passphrase)
  }
  await page.getByTestId('keys-save').click()
  await page.getByTestId('keys-facts').waitFor()
}
/** Everything the extension stores in areas of its own, as one text. */
const stored = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  )
const heard = (page: Page): string[] => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  return said
}

describe('keys of the open API', () => {
  it('in memory are gone with the browser, and were in no file', async () => {
    const first = await startWorld({ granted: { hosts } })
    const { profile } = first.lens
    const page = await first.lens.open('options.html')
    const said = heard(page)
    await enter(page, false)
    await page.getByTestId('keys-allowed').waitFor()
    // Another page of ours has them too, also after the worker ended.
    await first.lens.killWorker()
    const other = await first.lens.open('options.html')
    await other.getByTestId('keys-facts').waitFor()
    expect(await other.content()).not.toContain(ak)
    // Typed and not sent: what a crash would restore.
    await other.getByTestId('keys-other').click()
    await other.getByTestId('keys-ak').fill(ak)
    await other.getByTestId('keys-sk').fill(sk)
    await other.evaluate(() => chrome.storage.local.set({ control: 'heron-control-4711' }))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(hits(profile, { ak, sk })).toEqual([])
    await cut(first.lens)
    await first.desk.stop()
    expect(hits(profile, { ak, sk })).toEqual([])
    // The search does find what is on disk.
    expect(hits(profile, { control: 'heron-control-4711' })).not.toEqual([])
    expect(said.join('\n')).not.toMatch(/linnet/i)

    await using second = await startWorld({ granted: { hosts }, profile, accept: false })
    const again = await second.lens.open('options.html')
    await again.getByTestId('keys-form').waitFor()
    expect(await stored(again)).not.toMatch(/linnet/i)
  })

  it('VLT-02: in the vault are locked at the next start, open with the passphrase, and are in no file', async () => {
    const first = await startWorld({ granted: { hosts } })
    const { profile } = first.lens
    const page = await first.lens.open('options.html')
    await enter(page, true)
    await page.getByTestId('lock').waitFor()
    expect(await stored(page)).not.toMatch(/linnet/i)
    await page.getByTestId('lock').click()
    await page.getByTestId('passphrase').fill(passphrase)
    await page.getByTestId('unlock').click()
    await page.getByTestId('lock').waitFor()
    const open = await page.evaluate(
      async () =>
        (await chrome.storage.session.get('keys.open'))['keys.open'] as { dataKey: string },
    )
    // What a content script of ours gets to see: neither area.
    const site = await openConsole(first.lens)
    expect(await readFromContent(site, first.lens.id)).toEqual(['refused', 'refused'])
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await cut(first.lens)
    await first.desk.stop()
    const dataKey = Buffer.from(open.dataKey, 'base64').toString('latin1')
    expect(dataKey.length).toBe(32)
    expect(hits(profile, { ...secrets, dataKey: open.dataKey.slice(0, -2) })).toEqual([])
    expect(rawHits(profile, Buffer.from(open.dataKey, 'base64'))).toEqual([])

    await using second = await startWorld({ granted: { hosts }, profile, accept: false })
    const again = await second.lens.open('options.html')
    const said = heard(again)
    await again.getByTestId('unlock').waitFor()
    expect(await again.getByTestId('keys-facts').textContent()).toContain('WXYZ77'.slice(-4))
    await again.getByTestId('passphrase').fill('linnet wrong passphrase')
    await again.getByTestId('unlock').click()
    await again.getByTestId('keys-problem').waitFor()
    await again.getByTestId('passphrase').fill(passphrase)
    await again.getByTestId('unlock').click()
    await again.getByTestId('lock').waitFor()
    // Past its deadline it is locked for every page, without one of them having watched.
    await again.evaluate(async () => {
      const { 'keys.open': open } = await chrome.storage.session.get('keys.open')
      const usedAt = Date.now() - 16 * 60_000
      await chrome.storage.session.set({ 'keys.open': { ...(open as object), usedAt } })
    })
    const third = await second.lens.open('options.html')
    await third.getByTestId('unlock').waitFor()
    await again.getByTestId('unlock').waitFor()
    await eventually(
      () => third.evaluate(async () => Object.keys(await chrome.storage.session.get('keys.open'))),
      (names) => names.length === 0,
    )
    expect(said.join('\n')).not.toMatch(/linnet/i)
    expect(hits(profile, secrets)).toEqual([])
  })
})

function rawHits(profile: string, raw: Buffer): string[] {
  return globSync('**/*', { cwd: profile }).filter((file) => {
    const path = join(profile, file)
    return statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).includes(raw)
  })
}

/** Both areas, asked from where our content script runs on a page of the console. */
async function readFromContent(page: Page, id: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const found: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) found.push(context.id)
  })
  await session.send('Runtime.enable')
  await eventually(
    async () => found.length,
    (count) => count > 0,
  )
  const read = (area: string) =>
    session.send('Runtime.evaluate', {
      contextId: found[0],
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => { try { return JSON.stringify(await chrome.storage.${area}.get(null)) } catch { return 'refused' } })()`,
    })
  const answers = [await read('local'), await read('session')]
  await session.detach()
  return answers.map(({ result }) => String(result.value))
}
