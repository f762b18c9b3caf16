import type { Page } from 'playwright-core'
import type { Console } from '../console/server.ts'

/** How a partner goes through the console: by menu, tabs and pages; waits for what is seen. */
export const partnerHash = '#/obmgr/index'
export const partnerHome = `https://account.huaweicloud.com/obmgr/${partnerHash}`
export const customerHome = 'https://account.huaweicloud.com/usercenter/#/userindex/allview'

/** Rows a page of the console has shown, by sheet. */
export type Served = Map<string, string[]>

export function servedOf(console: Console): Served {
  return new Map(
    console
      .served()
      .filter(({ count }) => count > 0)
      .map(({ sheet, ids }) => [sheet, ids]),
  )
}

/** Opens a place of the console as its menu does, and waits until its table stands. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
  await settled(page)
}

const asking = new WeakMap<Page, { open: number }>()

/** Counts the page's open questions from now on; to be called before it goes anywhere. */
export function watched(page: Page): Page {
  const count = { open: 0 }
  asking.set(page, count)
  page.on('request', () => count.open++)
  page.on('requestfinished', () => count.open--)
  page.on('requestfailed', () => count.open--)
  return page
}

/** Nothing is asked any more and nothing says that it is loading, for two frames in a row. */
export async function settled(page: Page): Promise<void> {
  const count = asking.get(page) ?? { open: 0 }
  for (let calm = 0; calm < 2;) {
    const loading = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          requestAnimationFrame(() =>
            setTimeout(() => resolve(document.querySelector('[class$="-loading"]') !== null), 20),
          )
        }),
    )
    calm = loading || count.open > 0 ? 0 : calm + 1
  }
}

/** Turns to the last page of the list in front, with as many rows a page as there may be. */
export async function allPages(page: Page): Promise<void> {
  const sizes = page.locator('select[aria-label="每页条数"], select[aria-label="Records per page"]')
  if ((await sizes.count()) > 0) {
    const last = await sizes.first().locator('option').last().getAttribute('value')
    if (last !== null) await sizes.first().selectOption(last)
    await settled(page)
  }
  const next = page.locator('button[aria-label="下一页"], button[aria-label="Next page"]').first()
  while ((await next.count()) > 0 && (await next.isEnabled())) {
    await next.click()
    await settled(page)
  }
}
