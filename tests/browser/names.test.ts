import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { accountOf } from '../console/accounts.ts'
import { keysOf } from '../console/api/keys.ts'
import { each } from '../console/data/book.ts'
import { customers } from '../console/data/customers.ts'
import { createWorld } from '../console/world.ts'
import { filesHolding } from '../tools/disk.ts'
import { eventually, startWorld } from './world.ts'

const options = { scale: 20, customers: 6, resourcesEach: 2 }
const passphrase = 'linnet heron lantern 4711'

async function enterInVault(page: Page): Promise<void> {
  const { access, secret } = keysOf('partner-a')
  await page.getByTestId('keys-ak').fill(access)
  await page.getByTestId('keys-sk').fill(secret)
  await page.getByTestId('keys-vault').check()
  await page.getByTestId('passphrase-new').fill(passphrase)
  await page.getByTestId('passphrase-again').fill(passphrase)
  await page.getByTestId('keys-save').click()
  await page.getByTestId('names-switch').click()
}

it('PRIV-04 full names of a sync are found while the vault is unlocked, and stand in no file', async () => {
  await using world = await startWorld({
    desk: options,
    granted: { hosts: ['https://bss.myhuaweicloud.com/*'] },
  })
  const { lens } = world
  const settings = await lens.open('options.html')
  await enterInVault(settings)
  const own = await lens.open('dashboard.html#sync')
  await own.getByTestId('sync-start').click()
  await eventually(
    () => own.getByTestId('sync-progress').innerText(),
    (text) => /已完成|finished/.test(text),
    60_000,
  )
  const book = createWorld(options).bookOf(accountOf('partner-a'))
  const full = [...each(customers(book))].map((one) => one.name)
  const [name = ''] = full
  expect(name.length).toBeGreaterThan(3)

  // A customer of whom only a masked form is kept is found by the full name, and shown by a press.
  const found = await lens.open('dashboard.html#customers')
  const line = found.locator('[role=grid] [data-key]')
  await line.first().waitFor()
  await found.getByTestId('filter').fill(name)
  await eventually(
    () => line.count(),
    (count) => count === 1,
  )
  const text = () => found.locator('body').evaluate((body) => body.outerHTML)
  await line.first().click()
  const eye = found.getByTestId('field-eye').first()
  await eye.waitFor()
  // The words of the search are the user's own: they stand in the box, not in the rows.
  const drawer = found.getByTestId('customer-page').or(found.getByTestId('drawer'))
  expect(await drawer.first().innerText()).not.toContain(name)
  await eye.click()
  await eventually(text, (html) => html.includes(name))
  expect(await drawer.first().innerText()).toContain(name)

  // Locked, nobody knows it any more.
  await settings.getByTestId('lock').click()
  await eventually(
    () => found.getByTestId('field-eye').count(),
    (count) => count === 0,
  )
  expect(await drawer.first().innerText()).not.toContain(name)
  const { profile } = lens
  await lens.close()
  expect(filesHolding(profile, full)).toEqual([])
}, 120_000)
