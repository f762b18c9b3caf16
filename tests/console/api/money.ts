/** Balances, income and expense, adjustments, resellers and policies, as the open API answers. */
import { utc } from '../beijing.ts'
import { listed, matching, none, type Rows } from '../data/book.ts'
import { personName, email, phone } from '../data/names.ts'
import {
  adjustments,
  balanceOf,
  type Movement,
  movements,
  ownAccounts,
  payingCustomers,
} from '../data/money.ts'
import { services } from '../data/products.ts'
import { dice } from '../dice.ts'
import { decimal, mapped, type Wire, yuan } from '../answers/row.ts'
import { nameOfReseller, passedOn } from './coupons.ts'
import type { Ask, Rower } from './rower.ts'

const balances: Rower = ({ book }) =>
  mapped(ownAccounts(book), ({ id, type, cents }) => ({
    account_id: id,
    account_type: type,
    amount: decimal(cents),
    currency: 'CNY',
    designated_amount: 0,
    credit_amount: type === 2 ? decimal(cents * 2) : 0,
    measure_id: 1,
    memo: '',
  }))

/** Customers that are not 代售 are left out without a word. */
const customerBalances: Rower = ({ book, asked }) => {
  const infos = (asked['customer_infos'] ?? []) as { customer_id: string }[]
  const wanted = new Set(infos.map(({ customer_id: id }) => id))
  return mapped(
    matching(payingCustomers(book), ({ id }) => wanted.has(id)),
    (one) => {
      const { cents, debtCents } = balanceOf(book, one)
      return {
        customer_id: one.id,
        amount: decimal(cents),
        debt_amount: decimal(debtCents),
        currency: 'CNY',
        measure_id: 1,
      }
    },
  )
}

/** Amounts are text here. */
const moved = (one: Movement): Wire => ({
  trade_detail_type: one.code,
  trade_time: utc(one.at),
  trade_id: one.tradeId,
  change_amount: yuan(one.cents),
  balance_after_change: yuan(one.afterCents),
})

/** The lower bound is a day of Beijing's. */
function sinceDay(rows: Rows<Movement>, { trade_time_begin: begin }: Ask['asked']): Rows<Movement> {
  if (typeof begin !== 'string') return rows
  const bound = Date.parse(`${begin}T00:00:00+08:00`)
  return matching(rows, ({ at }) => at >= bound)
}

const partnerMovements: Rower = ({ book, asked }) => {
  const purse = asked['balance_type'] === 'BALANCE_TYPE_CREDIT' ? 'credit' : 'cash'
  return mapped(sinceDay(movements(book, purse), asked), (one) => ({
    ...moved(one),
    account_change_id: one.id,
    type: one.income ? '1' : '2',
    customer_id: one.customer.id,
    account_name: one.customer.account,
  }))
}

const couponMovements: Rower = ({ book, asked, account }) =>
  mapped(sinceDay(movements(book, 'coupon'), asked), (one) => ({
    ...moved(one),
    coupon_id: `CP${one.id.slice(2, 14)}`,
    revenue_expense_type: one.income ? 'REVENUE' : 'EXPENSE',
    bill_cycle: utc(one.at).slice(0, 7),
    account_name: account.domainName,
    cloud_service_type_name: '弹性云服务器',
    resource_type_name: '云主机',
  }))

const adjusted: Rower = ({ book, asked }) => {
  const begin = asked['operation_time_begin']
  const all = adjustments(book)
  const bound = typeof begin === 'string' ? Date.parse(begin) : undefined
  return mapped(bound === undefined ? all : matching(all, ({ at }) => at >= bound), (one) => ({
    trans_id: one.id,
    customer_id: one.customer.id,
    customer_name: one.customer.name,
    operation_type: one.code,
    amount: yuan(one.cents),
    currency: 'CNY',
    apply_scene: '',
    operation_time: utc(one.at),
    measure_id: 1,
    memo: '',
  }))
}

const resellers: Rower = (ask) => {
  const { book } = ask
  return mapped(passedOn(ask), (quota) => {
    const { indirect_partner_id: id, indirect_partner_name: name } = nameOfReseller(quota)
    const throws = dice(book.seed, 77, Number.parseInt(quota.id.slice(-4), 16) || 0)
    return {
      indirect_partner_id: id,
      name,
      account_name: `dealer_${quota.id.slice(-6)}`,
      mobile_phone: phone(book, throws),
      email: email(throws, `dealer${quota.id.slice(-6)}`),
      associated_on: utc(quota.createdAt),
      account_manager_id: `M${quota.id.slice(-4)}`,
      account_manager_name: personName(book, throws),
    }
  })
}

const policies: Rower = ({ book, asked }) => {
  const month = String(asked['time'])
  if (!/^\d{4}-\d\d$/.test(month)) return none
  return mapped(listed([...services]), (one) => {
    const throws = dice(book.seed, 78, Number(month.replace('-', '')), one.code.length)
    return {
      service_type_code: one.code,
      service_type_name: one.zh,
      incentive_policy: throws.pick(['0', '1', '2', '13']),
      allow_discount: throws.pick(['YES', 'NO']),
    }
  })
}

export const moneyRows: Record<string, Rower> = {
  ListPartnerBalances: balances,
  ListCustomersBalancesDetail: customerBalances,
  ListPartnerAccountChangeRecords: partnerMovements,
  ListCustomerCouponChangeRecords: couponMovements,
  ListPartnerAdjustRecords: adjusted,
  ListIndirectPartners: resellers,
  ListIncentiveDiscountPolicies: policies,
}
