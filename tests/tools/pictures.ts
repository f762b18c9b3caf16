import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Lens } from './chromium.ts'

/** A surface as a partner meets it: where it is, and what shows that it is ready. */
interface Surface {
  name: string
  path: string
  ready: string
}
const dashboards = [
  'coupons',
  'resources',
  'incentives',
  'exports',
  'customers',
  'sync',
  'consumption',
  'charges',
  'tasks',
  'money',
  'health',
]
export const surfaces: readonly Surface[] = [
  { name: 'welcome', path: 'welcome.html', ready: 'h1' },
  { name: 'options', path: 'options.html', ready: '[data-testid="language"]' },
  { name: 'popup', path: 'popup.html', ready: '[data-testid="glance"]' },
  { name: 'sidepanel', path: 'sidepanel.html', ready: '[data-testid="count"]' },
  ...['start', 'incentives', 'consumption', 'coupons', 'resources', 'work'].map((view) => ({
    name: `analysis-${view}`,
    path: `dashboard.html#analysis?view=${view}`,
    ready: '[data-chart], [data-testid="start-figures"] strong',
  })),
  ...dashboards.map((view) => ({
    name: `dashboard-${view}`,
    path: `dashboard.html#${view}`,
    ready: 'main [role="tabpanel"]:not(:empty)',
  })),
]
export const widths = [360, 800, 1440] as const

/**
 * A picture of every surface at every width, light and dark, in both languages.
 * @param only surfaces whose name begins with it
 * @returns what is wider than its window, which no page should be
 */
export async function takeAllPictures(lens: Lens, folder: string, only = ''): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const tooWide: string[] = []
  for (const language of ['zh', 'en'] as const) {
    const options = await lens.open('options.html')
    await options.getByTestId('language').selectOption(language)
    await options.locator(`html[lang^="${language}"]`).waitFor()
    await options.close()
    for (const { name, path, ready } of surfaces.filter((each) => each.name.startsWith(only))) {
      const page = await lens.open(path)
      await page.locator(ready).first().waitFor()
      for (const width of widths) {
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: 900 })
          const label = `${name}-${width}-${theme}-${language}`
          await drawn(page)
          // Charts stand below each other.
          const fullPage = name.startsWith('analysis')
          await page.screenshot({ path: join(folder, `${label}.png`), fullPage })
          const over = await overflow(page)
          if (over > 0) tooWide.push(`${label}: ${over} px`)
        }
      }
      await page.close()
    }
  }
  return tooWide
}

/** What follows the theme is redrawn in the frame after, charts once they are as wide as their place. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await chartsFit(page)
}
/** Waits until every chart is as wide as its place. */
export const chartsFit = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every(
      (each) => Math.abs(each.clientWidth - (each.parentElement?.clientWidth ?? 0)) <= 1,
    ),
  )
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
