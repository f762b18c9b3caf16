import { expect, it } from 'vitest'
import { keysOf } from '../console/api/keys.ts'
import { eventually, startWorld } from './world.ts'

const testId = (id: string) => `[data-testid="${id}"]`

it('names its calls, starts on a press, pauses, and goes on after its page was loaded again', async () => {
  await using world = await startWorld({
    desk: { scale: 200, customers: 60, resourcesEach: 12 },
    granted: { hosts: ['https://bss.myhuaweicloud.com/*'] },
  })
  const { desk, lens } = world
  const own = await lens.open('dashboard.html#sync')
  await own.locator(testId('obstacle-none')).waitFor()

  // As the options page keeps keys until the browser closes.
  const { access, secret } = keysOf('partner-a')
  await own.evaluate((keys) => chrome.storage.session.set({ 'keys.memory': keys }), {
    site: 'cn',
    ak: access,
    sk: secret,
  } as const)
  await own.locator(testId('sync-start')).waitFor()
  expect(await own.locator(testId('sync-announced')).innerText()).toContain('ListSubCustomers')
  expect(desk.api.calls()).toEqual([])

  await own.locator(testId('sync-start')).click()
  await own.locator(testId('sync-left')).waitFor()
  await eventually(
    async () => desk.api.calls().length,
    (calls) => calls > 20,
  )
  await own.locator(testId('sync-pause')).click()
  await own.locator(testId('sync-resume')).waitFor()
  const calls = desk.api.calls().length
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(desk.api.calls()).toHaveLength(calls)

  await own.locator(testId('sync-resume')).click()
  await own.locator(testId('sync-pause')).waitFor()
  // So slow that it cannot be over before the second page has looked.
  desk.api.setFaults([{ kind: 'slow', delayMs: 1000 }])
  await own.reload()
  // It goes on by itself; a second page opened meanwhile waits for it, and says so.
  await own.locator(testId('sync-pause')).waitFor()
  const other = await lens.open('dashboard.html#sync')
  await other.locator(testId('obstacle-elsewhere')).waitFor()
  await own.close()
  desk.api.setFaults([])
  await other.locator(testId('sync-history')).waitFor({ timeout: 60_000 })
  await eventually(
    () => other.locator(testId('sync-progress')).innerText(),
    (text) => !text.includes('%') && /已完成|finished/.test(text),
    60_000,
  )
  // An ordinary partner is no general distributor: found once, said, not asked for again.
  const unavailable = await other.locator(testId('sync-unavailable')).innerText()
  expect(unavailable).toContain('ListIssuedCouponQuotas')
  const refused = desk.api.calls().filter(({ operation }) => operation === 'ListIssuedCouponQuotas')
  expect(refused).toHaveLength(1)
  expect(desk.api.worstRate()).toBeLessThanOrEqual(10)
  expect(await other.content()).not.toContain(secret)

  // A customer's bill of one month is fetched from the customer's page; what was synced before stays what is repeated.
  await other.goto(`${other.url().split('#')[0]}#customers/customer`)
  await other
    .locator(`${testId('table')} [role="row"][data-key]`)
    .first()
    .click()
  await other.locator(testId('bill')).locator('summary').click()
  await other.locator(testId('bill-start')).click()
  await other
    .locator(testId('bill-said'))
    .filter({ hasText: /[1-9]\d* (?:条|lines)/ })
    .waitFor()
  expect(desk.api.calls().at(-1)?.operation).toBe('ListSubCustomerBillDetail')
  await other.locator(testId('related-charge')).waitFor()
}, 200_000)
