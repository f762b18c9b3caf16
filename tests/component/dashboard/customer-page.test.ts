import { expect, it, vi } from 'vitest'
import { h } from 'vue'
import CustomerPage from '@/components/dashboard/CustomerPage.vue'
import { answerOf, openPage, testId } from '../page'
import { alice, coupon, row } from '../rows'

it('the page of a customer follows what is read while it is open', async () => {
  const ofC1 = (id: string, balance: string) =>
    coupon({ couponId: id, balance, customerId: 'c1' }, { key: id })
  const customer = (more = {}) =>
    row({ customerId: 'c1', accountName: 'yun**01', ...more }, { key: 'c1' })
  const rows = { customer: [customer()], coupon: [ofC1('A', '10.00')] }
  const { page, store } = await openPage(
    { render: () => h(CustomerPage, { account: alice.key, id: 'c1' }) },
    { kept: { accounts: [alice], rows } },
  )
  const coupons = () => page.get(testId('related-coupon')).text()
  await vi.waitFor(() => expect(coupons()).toContain('A'))
  expect(page.get(testId('customer-sums')).text()).toContain('10.00')
  expect(page.find(testId('related-charge')).exists()).toBe(false)
  store.set({
    rows: {
      customer: [customer({ manager: '王**' })],
      coupon: [ofC1('A', '10.00'), ofC1('B', '5.50')],
      charge: [row({ chargeId: 'X', customerId: 'c1', amount: '1.00' }, { key: 'X' })],
    },
  })
  await vi.waitFor(() => {
    expect(page.find(testId('related-charge')).exists()).toBe(true)
    expect(page.get(testId('customer-sums')).text()).toContain('15.50')
    expect(page.get('[data-field="manager"]').text()).toContain('王**')
  })
})

it('PRIV-03 a customer is forgotten after a question', async () => {
  const rows = {
    customer: [row({ customerId: 'c1', accountName: 'yun**01' }, { key: 'c1' })],
    coupon: [coupon({ couponId: 'A', customerId: 'c1' }), coupon({ customerId: 'c2' })],
  }
  const { page, store } = await openPage(
    { render: () => h(CustomerPage, { account: alice.key, id: 'c1' }) },
    { kept: { accounts: [alice], rows } },
  )
  await page.get(testId('forget-customer')).trigger('click')
  const confirm = await answerOf('confirm-yes')
  expect(await store.cache.read('coupon')).toHaveLength(2)
  confirm.click()
  await vi.waitFor(() => expect(location.hash).toBe('#customers'))
  expect(await store.cache.read('customer')).toEqual([])
  expect((await store.cache.read('coupon')).map(({ customerId }) => customerId)).toEqual(['c2'])
})
