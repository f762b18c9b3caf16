import { describe, expect, it } from 'vitest'
import { createWorld } from '../../console/world.ts'
import { truthOf } from '../../console/truth.ts'
import { monthTotal, spending, spendingByCustomer } from '../../console/data/spending.ts'
import { cycleResources } from '../../console/data/resources.ts'
import { customerById, customers } from '../../console/data/customers.ts'
import { incentiveBills, incentives, incentiveSums } from '../../console/data/incentives.ts'
import { coupons } from '../../console/data/coupons.ts'
import { each } from '../../console/data/book.ts'
import { accountOf } from '../../console/accounts.ts'

const now = Date.parse('2026-11-03T10:22:31+08:00')
const book = (scale = 100) => createWorld({ now, scale }).bookOf(accountOf('partner-a'))

describe('the data of the console', () => {
  it('is the same for the same seed and day', () => {
    const later = createWorld({ now: now + 3_600_000 })
    expect(truthOf(createWorld({ now }))).toEqual(truthOf(later))
  })

  it('is another for another seed', () => {
    const ids = (seed: number) => truthOf(createWorld({ now, seed }), { sheet: 'issued' })[0]?.rows
    expect(ids(1)).not.toEqual(ids(2))
  })

  it('knows every row by an identity of its own', () => {
    for (const { sheet, rows } of truthOf(createWorld({ now, scale: 400 }))) {
      expect(new Set(rows.map(({ id }) => id)).size, sheet).toBe(rows.length)
    }
  })

  it('is other data for another account', () => {
    const ids = (account: string) =>
      truthOf(createWorld({ now }), { account, sheet: 'customers' })[0]?.rows.map(({ id }) => id) ??
      []
    expect(ids('partner-a').filter((id) => ids('partner-b').includes(id))).toEqual([])
  })

  it('adds up: the lines of 消费明细 are the sums of 消费汇总 to the cent', () => {
    const paid = [...each(spending(book(), '2026-10'))].reduce((sum, one) => sum + one.paidCents, 0)
    const summed = [...each(spendingByCustomer(book(), '2026-10'))]
    expect(summed.reduce((sum, one) => sum + one.paidCents, 0)).toBe(paid)
    expect(monthTotal(book(), '2026-10').paidCents).toBe(paid)
  })

  it('adds up: bills, board and lines of the incentives of a year are the same money', () => {
    const sum = (list: { cents: number }[]) => list.reduce((all, { cents }) => all + cents, 0)
    const lines = sum([...each(incentives(book(), '2026'))])
    const { periods, customers: owners, services } = incentiveSums(book(), '2026')
    expect(sum([...each(incentiveBills(book(), '2026'))])).toBe(lines)
    for (const sums of [periods, owners, services]) {
      expect([...sums.values()].reduce((all, cents) => all + cents, 0)).toBe(lines)
    }
  })

  it('finds a customer by its id without a search', () => {
    const all = customers(book(1_000_000))
    const customer = all.at(123_456)
    expect(customerById(book(1_000_000), customer.id)).toEqual(customer)
    expect(customerById(book(), 'nobody')).toBeUndefined()
  })

  it('hangs every sub-resource on a main resource of the same customer', () => {
    for (const customer of each(customers(book()))) {
      const all = [...each(cycleResources(book(), customer))]
      const mains = new Set(all.filter(({ main }) => main).map(({ id }) => id))
      for (const sub of all.filter(({ main }) => !main)) expect(mains).toContain(sub.parentId)
    }
  })

  it('lets coupons lapse as the clock goes, and nothing else about them', () => {
    const world = createWorld({ now })
    const states = () => [...each(coupons(world.bookOf(world.account)))]
    const before = states()
    world.clock.advance(400 * 86_400_000)
    const after = states()
    expect(after.map(({ id, cents }) => [id, cents])).toEqual(
      before.map(({ id, cents }) => [id, cents]),
    )
    expect(after.filter(({ state }) => state === 2)).toEqual([])
  })

  it('turns to the last of a million rows at once', () => {
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now()
      const issued = coupons(book(1_000_000))
      expect(issued.at(issued.size - 1).id).toMatch(/^CP\d{10}[\dA-F]{8}$/)
      return performance.now() - started
    })
    // The least: what the machine does beside is not meant.
    expect(Math.min(...times)).toBeLessThan(50)
  })
})
