import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startConsole, type Console } from '../console/server.ts'
import { startLens, type Lens } from './chromium.ts'
import { compare, type Line } from './compare.ts'
import { takeAllPictures } from './pictures.ts'
import { allPages, customerHome, goTo, partnerHash, partnerHome, settled, watched } from './walk.ts'

const pictures = fileURLToPath(new URL('../../.output/tour', import.meta.url))

/**
 * Opens every page of the stand-in console as a partner would and compares what it served with what the extension
 * kept, read from its own database; leaves pictures of every surface.
 * @param everySurface pictures of every view at three widths, light and dark, in both languages
 * @throws when anything it claims did not happen, in one sentence
 */
export async function tour(extension: string, everySurface = false): Promise<void> {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const desk = await startConsole()
  const lens = await startLens({ port: desk.port, extension, width: 1440, height: 900 })
  try {
    await accept(lens)
    const lines = [
      ...(await walkAs(lens, desk, 'customer', customerHome)),
      ...(await walkAs(lens, desk, 'partner-a', partnerHome)),
    ]
    print(lines)
    await takePictures(lens)
    if (everySurface) {
      const tooWide = await takeAllPictures(lens, join(pictures, 'all'))
      if (tooWide.length > 0) throw new Error(`Wider than its window: ${tooWide.join(', ')}.`)
    }
    const wrong = lines.filter(({ served, kept }) => served !== kept)
    if (wrong.length > 0) {
      throw new Error(
        `Kept and served differ for ${wrong.map(({ kind, served, kept }) => `${kind} (${kept} of ${served})`).join(', ')}.`,
      )
    }
    if (lines.length < 12) throw new Error(`Only ${lines.length} kinds were seen on the way.`)
    console.log(
      `Pictures: .output/tour/ — every row the console showed is kept (${lines.length} lines).`,
    )
  } finally {
    await lens.close()
    await desk.stop()
  }
}

async function accept(lens: Lens): Promise<void> {
  const page = await lens.open('welcome.html')
  await page.screenshot({ path: join(pictures, 'welcome.png'), fullPage: true })
  await page.getByTestId('accept').click()
  await page.getByTestId('accepted').waitFor()
  await page.close()
}

async function walkAs(lens: Lens, desk: Console, account: string, home: string): Promise<Line[]> {
  desk.setAccount(account)
  const page = watched(await lens.context.newPage())
  await page.goto(home)
  await settled(page)
  await walkEverywhere(page, desk, account === 'customer' ? 'customer' : 'partner')
  const lines = await compare(lens, desk, account)
  if (account !== 'customer') {
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    await page.screenshot({ path: join(pictures, 'launcher.png') })
  }
  await page.close()
  return lines
}

/** Every sheet by its tab or address; resources customer by customer, as the console has them. */
export async function walkEverywhere(
  page: Page,
  desk: Console,
  side: 'partner' | 'customer',
): Promise<void> {
  for (const entry of desk.truth({ limit: 1 }).filter((each) => each.side === side)) {
    if (entry.sheet.startsWith('exports:') || entry.sheet.endsWith('Resources')) continue
    await goTo(page, entry.hash)
    const tab = page.getByRole('tab', { name: entry.menu.at(-1), exact: true })
    if ((await tab.count()) > 0) {
      await tab.click()
      await settled(page)
    }
    await allPages(page)
    if (entry.sheet === 'customers') await walkResources(page, entry.hash)
  }
  await walkExports(page, desk, side)
}

async function walkResources(page: Page, customers: string): Promise<void> {
  for (const row of [0, 1]) {
    await goTo(page, partnerHash)
    await goTo(page, customers)
    await page.getByText(/^更多/).nth(row).click()
    await page.getByText('查看资源').first().click()
    await settled(page)
    await allPages(page)
    await page.getByRole('tab', { name: '按需资源' }).click()
    await settled(page)
    await allPages(page)
  }
}

async function walkExports(page: Page, desk: Console, side: 'partner' | 'customer'): Promise<void> {
  const sheets = desk
    .truth({ limit: 1 })
    .filter((each) => each.side === side && each.sheet.startsWith('exports:'))
  for (const { sheet, hash } of sheets) {
    desk.makeExport({ type: sheet.slice('exports:'.length), ageMs: 3_600_000 })
    await goTo(page, hash)
  }
}

function print(lines: readonly Line[]): void {
  const width = (key: keyof Line) =>
    Math.max(key.length, ...lines.map((line) => String(line[key]).length))
  const keys = ['account', 'kind', 'served', 'kept', 'age', 'page'] as const
  const row = (cells: readonly unknown[]) =>
    keys.map((key, i) => String(cells[i]).padEnd(width(key))).join('  ')
  console.log(row(keys))
  for (const line of lines) console.log(row(keys.map((key) => line[key])))
}

async function takePictures(lens: Lens): Promise<void> {
  for (const [path, name, width, height, seen] of [
    ['popup.html', 'popup', 380, 600, '[data-testid="glance"]'],
    ['sidepanel.html', 'sidepanel', 400, 860, '[data-testid="kind-coupon"] [data-testid="count"]'],
    ['dashboard.html', 'dashboard', 1440, 900, '[data-testid="table"]'],
  ] as const) {
    const page = await lens.open(path)
    await page.setViewportSize({ width, height })
    await page.locator(seen).first().waitFor()
    await page.screenshot({ path: join(pictures, `${name}.png`) })
    await page.close()
  }
}
