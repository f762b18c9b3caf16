import type { Page } from 'playwright-core'
import { scriptOf } from '../tools/script-of.ts'
import type { Lens } from '../tools/chromium.ts'
import type { Size } from './partner-rows.ts'

let script: Promise<{ code: string }> | undefined

/** Calls a function of `partner-rows.ts` inside a page of ours, on the database the extension uses. */
export async function inPartner<T>(page: Page, name: string, ...values: unknown[]): Promise<T> {
  script ??= scriptOf('tests/browser/partner-rows.ts', 'partner')
  // Evaluated from outside: the page's own policy allows no script that is not its own.
  await page.evaluate(`${(await script).code}; globalThis.partner = partner; undefined`)
  return page.evaluate(
    ({ name, values }) => {
      const { partner } = globalThis as unknown as {
        partner: Record<string, (...values: unknown[]) => unknown>
      }
      return partner[name]?.(...values)
    },
    { name, values },
  ) as Promise<T>
}

/** The partner of the proofs: 3,000 customers, 100,000 resources, 20,000 coupons, 36 months. */
export const large: Size = { customers: 3000, resources: 100_000, coupons: 20_000, months: 36 }

/** @returns how many rows are in the cache now */
export async function fillPartner(lens: Lens, size: Size = large): Promise<number> {
  const page = await lens.open('options.html')
  const kept = await inPartner<number>(page, 'fill', size, Date.now())
  await page.close()
  return kept
}
