/** Wire rows of 账务, 业绩管理, 指标信息 and 云商店. */
import { clockTime, DAY_MS, month, monthsBack } from '../beijing.ts'
import { listed } from '../data/book.ts'
import { customerOf } from '../data/customers.ts'
import { services } from '../data/products.ts'
import { monthTotal } from '../data/spending.ts'
import { mix, unique } from '../dice.ts'
import { ago, earlier, made } from './made.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

export const statements: Answer = (book) =>
  made(book, 91, 0.6, (throws, index) => {
    const customer = customerOf(book, index * 3)
    return {
      transId: `TR${unique(index, book.seed, 91).toUpperCase()}`,
      transTime: earlier(book, throws),
      transType: throws.pick(['BPGRANT', 'BPRECLAIM', 'BPREBATE', 'RECHARGE']),
      customerAccount: customer.account,
      customerName: customer.name,
      amount: yuan(throws.between(-900_000, 2_000_000)),
      balance: yuan(throws.between(0, 90_000_000)),
      channel: throws.pick(['转账汇款', '余额', '在线支付']),
    }
  })

export const adjustments: Answer = (book) =>
  made(book, 92, 0.29, (throws, index) => {
    const customer = customerOf(book, index * 5)
    return {
      adjust_id: `ADJ${unique(index, book.seed, 92).toUpperCase()}`,
      operate_time: ago(book, throws),
      operate_type: throws.pick([1, 2, 3]),
      customer_name: customer.name,
      customer_mobile: customer.phone,
      adjust_amount: yuan(throws.between(100, 5_000_000)),
      memo: throws.pick(['', '客户充值', '项目拨款']),
    }
  })

export const partnerBills: Answer = (book, { currency }) =>
  mapped(listed(monthsBack(book.today, 12)), (billMonth) => {
    const { paidCents, couponCents } = monthTotal(book, billMonth)
    return {
      billNo: `PB${billMonth.replace('-', '')}${mix(book.seed, 93).toString(16).toUpperCase()}`,
      billMonth,
      consumeAmount: decimal(paidCents + couponCents),
      couponAmount: decimal(couponCents),
      repayAmount: decimal(paidCents),
      currency,
      billState: billMonth === month(book.today) ? 0 : 1,
    }
  })

export const revenueDetails: Answer = (book, asked) =>
  made(book, 94, 0.66, (throws, index) => {
    const customer = customerOf(book, index * 17)
    const at = earlier(book, throws, 330)
    return {
      performanceId: `PF${unique(index, book.seed, 94).toUpperCase()}`,
      accountPeriod: month(at).replace('-', ''),
      custName: customer.name,
      custAccount: customer.account,
      mgrName: customer.manager,
      productName: named(throws.pick(services), asked),
      performanceAmt: yuan(throws.between(-10_000, 4_000_000)),
      performanceState: throws.pick([0, 1, 2]),
      tradeTime: clockTime(at),
    }
  })

export const indicators: Answer = (book) =>
  made(book, 95, 0.16, (throws, index) => {
    const period = monthsBack(book.today, 8)[index % 8] ?? ''
    return {
      indicatorId: `IX${unique(index, book.seed, 95).toUpperCase()}`,
      indicatorName: throws.pick(['新增客户数', '年度业绩完成率', '续订率', '云服务增长额']),
      statPeriod: period,
      statScope: throws.pick(['伙伴', '客户经理', '云经销商']),
      indicatorValue: throws.between(1, 5000) / 10,
      updateTime: ago(book, throws),
    }
  })

export const marketplaceShares: Answer = (book) =>
  made(book, 96, 0.21, (throws, index) => {
    const at = earlier(book, throws, 200)
    const cents = throws.between(10_000, 3_000_000)
    return {
      shareBillId: `MK${unique(index, book.seed, 96).toUpperCase()}`,
      accountPeriod: month(at),
      commodityName: throws.pick(['企业建站', '数据备份一体化', '协同办公', '安全加固服务']),
      saleAmount: decimal(cents),
      shareAmount: decimal(Math.round(cents * 0.8)),
      settleStatus: throws.pick(['1', '2', '3']),
      confirmDeadline: clockTime(at + 20 * DAY_MS),
    }
  })
