/** Wire rows of 客户订单: yearly/monthly orders and, line by line, the resources in them. */
import { clockTime, DAY_MS, stamp } from '../beijing.ts'
import { type Book, type Rows, share } from '../data/book.ts'
import { type Customer, customerOf } from '../data/customers.ts'
import { type Service, services } from '../data/products.ts'
import { dice, unique } from '../dice.ts'
import { earlier } from './made.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

interface Order {
  id: string
  customer: Customer
  service: Service
  /** 1 新购, 2 续订, 3 变更, 4 退订 */
  type: number
  /** 3 处理中, 5 已完成, 6 待支付, 4 已取消 */
  state: number
  cents: number
  paidCents: number
  at: number
}

function orders(book: Book): Rows<Order> {
  return {
    size: share(book, 0.52),
    at: (index) => {
      const throws = dice(book.seed, 85, index)
      const at = earlier(book, throws, 180)
      const cents = throws.between(10_000, 9_000_000)
      return {
        id: `CS${stamp(at)}${unique(index, book.seed, 85).toUpperCase()}`,
        customer: customerOf(book, index * 13),
        service: throws.pick(services),
        type: throws.pick([1, 1, 2, 2, 3, 4]),
        state: throws.pick([5, 5, 5, 3, 6, 4]),
        cents,
        paidCents: Math.round(cents * throws.pick([1, 0.9, 0.85])),
        at,
      }
    },
  }
}

export const customerOrders: Answer = (book, asked) =>
  mapped(orders(book), (one) => ({
    orderId: one.id,
    customerId: one.customer.id,
    customerName: one.customer.name,
    accountName: one.customer.account,
    serviceTypeName: named(one.service, asked),
    orderType: one.type,
    status: one.state,
    amountAfterDiscount: decimal(one.paidCents),
    officialAmount: decimal(one.cents),
    measureId: 1,
    createTime: clockTime(one.at),
  }))

export const orderLines: Answer = (book, asked) => {
  const all = orders(book)
  return {
    size: all.size * 2,
    at: (index) => {
      const one = all.at(index >> 1)
      const throws = dice(book.seed, 86, index)
      return {
        order_line_id: `${one.id}-00000${(index & 1) + 1}`,
        order_id: one.id,
        cust_name: one.customer.name,
        cust_account: one.customer.account,
        product_type: named(one.service, asked),
        resource_id: unique(index, book.seed, 86) + throws.hex(24),
        relation_type: one.customer.association,
        order_type: one.type,
        is_renewed: throws.chance(0.5) ? 'Y' : 'N',
        line_amount: yuan(throws.between(1000, 900_000)),
        line_expire_time: one.at + throws.pick([30, 365]) * DAY_MS,
        order_status: one.state,
      }
    },
  }
}
