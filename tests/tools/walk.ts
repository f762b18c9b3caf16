import type { Page, Request } from 'playwright-core'

/** How a partner goes through the console: by menu, tabs and pages; waits for what is seen. */
export const partnerHash = '#/obmgr/index'
export const partnerHome = `https://account.huaweicloud.com/obmgr/${partnerHash}`
export const customerHome = 'https://account.huaweicloud.com/usercenter/#/userindex/allview'

/** Opens a place of the console as its menu does, and waits until its table stands. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
  await settled(page)
}

const asking = new WeakMap<Page, { open: number }>()

/** Counts the page's open questions from now on; to be called before it goes anywhere. */
export function watched(page: Page): Page {
  const count = { open: 0 }
  const open = new Set<Request>()
  const change = (request: Request, opened: boolean) => {
    if (opened) open.add(request)
    else open.delete(request)
    count.open = open.size
  }
  asking.set(page, count)
  page.on('request', (request) => change(request, true))
  // A page that does not read the body of an error never finishes its request: the head is answer enough.
  page.on('response', (response) => change(response.request(), false))
  page.on('requestfailed', (request) => change(request, false))
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
