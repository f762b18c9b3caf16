import type { Fields, Kind } from '@/utils/kinds/define'
import type { Surroundings } from './context'
import { anyKnows } from './dictionary'
import { conceptsOf } from './concepts'
import { plainName } from './names'

/**
 * Tables of the console that share words with a kind and are something else. A column about one of these things, one by
 * one of these names, or a word of the surroundings is enough; only the kinds named are ruled out.
 */
interface Other {
  kinds: string
  /** Concepts, or words that no concept explains. */
  about?: string
  columns?: readonly string[]
  words?: RegExp
}
const others: readonly Other[] = [
  {
    // Income and expense: a line is a movement of money, whatever coupon or order it names.
    kinds: 'coupon couponQuota couponOperation charge consumption renewalTask',
    about: 'income',
    columns: ['变动金额', '变动后余额', '交易后余额', 'balance_after_change', 'change_amount'],
    words: /收支明细|income and (?:expense|expenditure)/,
  },
  {
    // What is had for points or by a code, or used in a shop of goods, is another's coupon.
    kinds: 'coupon',
    about: 'points shop',
    columns: ['商品名称', '领取人手机号', '优惠码', '兑换码', '领取时间', '领取人', 'Promo code'],
    words: /积分商城|积分兑换|优惠码|promo codes?|points mall|incentive mall/,
  },
  {
    kinds: 'coupon couponQuota',
    columns: ['储值卡ID', '储值卡名称', 'card_id'],
    words: /储值卡|stored value card/,
  },
  {
    // A quota is money and a partner's: what a customer may draw on is a credit line or a budget, machines have regions.
    kinds: 'couponQuota',
    about: 'customer borrower credit 授 region resource',
    words: /授信|银行|信贷|贷款|credit l(?:imit|ine)|\b(?:bank|loan)s?\b/,
  },
  {
    // Costs spread over months are no lines of a bill.
    kinds: 'charge consumption',
    about: 'amortized 摊',
    columns: ['shared_month'],
    words: /成本分析|amortized cost/,
  },
  {
    // What something would cost.
    kinds: 'charge consumption',
    words: /询价|价格计算|price (?:inquiry|calculator)/,
  },
  {
    // What names an order, a trade or a resource is a line of a bill, whole or not, and no sum.
    kinds: 'consumption',
    columns: [
      '资源ID',
      '资源名称',
      '订单号',
      '订单号/交易编号',
      '交易编号',
      '交易时间',
      'Resource Name/ID',
    ],
  },
  {
    kinds: 'consumption',
    about: '还',
    columns: ['initial_amount_due', 'tax_amount'],
    words: /伙伴账单|postpaid bill|激励|业绩|incentive|performance/,
  },
  {
    // An invoice has sums and taxes, and is no bill.
    kinds: 'charge consumption incentive incentiveBill',
    about: 'invoice vat',
    columns: ['税率', '税额'],
    words: /发票|invoice/,
  },
  {
    // A resource is no line of a bill and no record of what was used up.
    kinds: 'resource resourcePackage',
    columns: [
      '应付金额',
      '消费金额',
      '实付金额',
      '官网价',
      '抵扣时间',
      '抵扣量',
      '用量',
      'used_amount',
    ],
    words: /抵扣明细|usage record/,
  },
  {
    // Something to be used up has its own kind.
    kinds: 'resource',
    about: 'package',
  },
  {
    // One's own account is nobody's customer, nor is a reseller.
    kinds: 'customer',
    columns: ['indirect_partner_id', 'second_partner_id'],
    words:
      / (?:my )?account (?:info|information|center|overview) |(?:账号|账户)(?:信息|中心|总览)|我的账号/,
  },
  {
    kinds: 'customer',
    about: 'invitation invited 报 邀',
    words: /云经销商管理|报备客户|邀请记录|reseller management|invitation/,
  },
]
const saidIn = (name: string) => conceptsOf(name).join(' ')
const ruledOut = others.map(({ kinds, about = '', columns = [], words = /(?!)/ }) => ({
  kinds: kinds.split(' '),
  about: about.split(' '),
  names: new Set(columns.map(saidIn)),
  words,
}))

/** How people are shown a number that something goes by; keys of answers are not written so. */
const shownId = /(?:[\u3400-\u9fff]\s*(?:ID|号|编号|号码)|\s(?:ID|No\.?|Number))\s*$/i
const ordinaryId =
  /序号|租户|用户|账号|账户|手机号|电话|客户|伙伴|项目|经销商|经理|partner|project|reseller|manager|account|customer|mobile|phone|serial|tenant|user|domain|row|uuid/i

/**
 * Whether a table counts something by a number that no kind knows: a meter, a contract, a policy. Sums over customers
 * and services have no such number, while bills of anything else may be worded like them.
 */
export function countsByOther(
  columns: readonly string[],
  taken: (column: number) => boolean,
): boolean {
  return columns.some(
    (name, column) =>
      !taken(column) && shownId.test(name) && !ordinaryId.test(name) && !anyKnows(name, true),
  )
}

/**
 * Whether a table begins with the number of something no kind knows: a backup, an alarm, a lead. What it says of a
 * resource or a customer is then whose it is.
 */
export function ledByOther(columns: readonly string[]): boolean {
  const first = columns.find((name) => !/^(?:序号|#|no\.?|)$/i.test(name.trim())) ?? ''
  const plain = plainName(first)
  const counts = / id$|(?<=[\u3400-\u9fff])id$/.test(plain)
  return counts && !ordinaryId.test(first) && !anyKnows(first, true)
}

/**
 * Whether a table shows itself to be something else than a kind it resembles.
 * @param taken columns that are fields of the kind: their names say nothing against it
 */
export function isOther(
  kind: Kind<Fields>,
  columns: readonly string[],
  around: Surroundings,
  taken: (column: number) => boolean,
): boolean {
  return ruledOut.some(
    ({ kinds, about, names, words }) =>
      kinds.includes(kind.name) &&
      (words.test(around.text) ||
        columns.some(
          (column, at) =>
            !taken(at) &&
            (names.has(saidIn(column)) ||
              conceptsOf(column).some((concept) => about.includes(concept))),
        )),
  )
}
