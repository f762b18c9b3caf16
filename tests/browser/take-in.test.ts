import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { goTo } from '../tools/walk.ts'
import { eventually, openConsole, startWorld } from './world.ts'

/** A fresh profile whose folder for downloads is a fresh one, too, called `files`. */
function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-lens-take-in-'))
  mkdirSync(join(folder, 'Default'))
  const download = { default_directory: join(folder, 'files'), prompt_for_download: false }
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ download }))
  return folder
}

/**
 * The choice of a folder is the system's own and cannot be pressed here: in its place stands one of the same name in
 * the extension's own storage, with what was downloaded. Its handles are the browser's own.
 */
async function mirror(own: Page): Promise<void> {
  const paths = await own.evaluate(async () =>
    (await chrome.downloads.search({ state: 'complete' })).map(({ filename }) => filename),
  )
  for (const path of paths) {
    const [, inside = ''] = path.split('/files/')
    await own.evaluate(
      async ([place, base64]) => {
        const parts = place.split('/')
        const name = parts.pop() ?? ''
        let folder = await navigator.storage.getDirectory()
        for (const part of ['files', ...parts])
          folder = await folder.getDirectoryHandle(part, { create: true })
        const file = await folder.getFileHandle(name, { create: true })
        const writable = await file.createWritable()
        await writable.write(Uint8Array.from(atob(base64), (one) => one.codePointAt(0) ?? 0))
        await writable.close()
      },
      [inside, readFileSync(path).toString('base64')] as const,
    )
  }
}

it('a file that was downloaded is imported with one press once its folder may be read, and then by itself', async () => {
  await using world = await startWorld({
    profile: profile(),
    granted: { permissions: ['downloads'] },
  })
  const { desk, lens } = world
  await lens.context.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('files', { create: true }),
    })
  })
  desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 3_600_000 })
  const page = await openConsole(lens)
  await goTo(page, '#/obmgr/exportRecord/ISSUED_COUPON')
  const own = await lens.open('sidepanel.html')
  const session = await own.context().newCDPSession(own)
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' })
  await own.getByTestId('tab-exports').click()
  await own.getByTestId('download').first().click()
  await own.getByTestId('take-in').waitFor({ timeout: 30_000 })
  await mirror(own)

  // The first time the folder has to be chosen; what was waiting for it is imported at once.
  await own.getByTestId('take-in').click()
  await own.getByTestId('choose-folder').click()
  await own.getByTestId('import-done').waitFor({ timeout: 30_000 })
  await own.getByTestId('taken-in').waitFor()
  await own.getByTestId('import-undo').click()
  await own.getByTestId('import-undone').waitFor()
  await own.getByTestId('import-close').click()

  // From then on one press is enough.
  await own.getByTestId('take-in').click()
  await own.getByTestId('import-done').waitFor({ timeout: 30_000 })
  expect(await own.getByTestId('choose-folder').count()).toBe(0)
  await own.getByTestId('import-close').click()

  // Switched on, it takes no press at all.
  desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 7_200_000 })
  await page.reload()
  await own.getByTestId('download').nth(1).waitFor({ timeout: 30_000 })
  await own
    .getByTestId('download')
    .filter({ hasText: /^下载$/ })
    .first()
    .click()
  await own.getByTestId('take-in').waitFor({ timeout: 30_000 })
  await mirror(own)
  const options = await lens.open('options.html')
  await options.getByTestId('import-by-itself').click()
  await eventually(
    () => options.getByTestId('import-by-itself').getAttribute('aria-checked'),
    (checked) => checked === 'true',
  )
  expect(await options.getByTestId('import-folders').innerText()).toContain('files')
  await own.getByTestId('import-done').waitFor({ timeout: 30_000 })
  await eventually(
    () => own.getByTestId('taken-in').count(),
    (count) => count === 2,
  )
}, 120_000)
