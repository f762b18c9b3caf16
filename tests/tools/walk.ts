import type { Page } from 'playwright-core'
import type { Console } from '../console/server.ts'

/** How a partner goes through the console: by menu, tabs and pages; waits for what is seen. */
export const partnerHome = 'https://account.huaweicloud.com/obmgr/#/obmgr/index'
export const customerHome = 'https://account.huaweicloud.com/usercenter/#/userindex/allview'

/** Rows a page of the console has shown, by sheet. */
export type Served = Map<string, string[]>

export function servedOf(console: Console): Served {
  return new Map(console.served().filter(({ count }) => count > 0).map(({ sheet, ids }) => [sheet, ids]))
}

/** Opens a place of the console as its menu does, and waits until its table stands. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
  await settled(page)
}

/** The page has rows or says that it has none, and asks for nothing more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
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
