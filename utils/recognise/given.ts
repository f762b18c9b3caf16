import type { Fields, Kind } from '@/utils/kinds/define'
import { exportPageOf, wordsOf, type Surroundings } from './context'
import type { Match } from './candidate'

/** What the surroundings say for every row: month, year, billing, type, holder, page. */
export function givenBy(
  kind: Kind<Fields>,
  { text, near, month, year }: Surroundings,
  /** Its rows name a reseller, which only quotas do that were issued to one. */
  resold = false,
): [string, string][] {
  const given: [string, string][] = []
  const give = (field: string, value: string | undefined) => {
    if (field in kind.fields && value !== undefined) given.push([field, value])
  }
  const either = (first: RegExp, second: RegExp, slugs: [string, string], all: string) => {
    const [one, two] = [first.test(near), second.test(near)]
    if (one !== two) return one ? slugs[0] : slugs[1]
    const [wideOne, wideTwo] = [first.test(all), second.test(all)]
    return wideOne === wideTwo ? undefined : wideOne ? slugs[0] : slugs[1]
  }
  give('month', month)
  if (kind.name === 'incentive') give('cycle', month)
  if (kind.name === 'incentive') give('year', year)
  if (kind.name === 'resource') {
    give(
      'billing',
      either(
        /包年\/?包月|包周期|yearly|monthly|subscription|suscriptions?|prepaid|cycle resource/,
        /按需|demand|pay per use|postpaid/,
        ['subscription', 'on-demand'],
        text,
      ),
    )
  }
  if (kind.name === 'coupon') {
    give('type', couponType(near) ?? couponType(text))
    give(
      'holder',
      either(
        /已发放|issued|partner coupons?|grant/,
        /userindex|usercenter|我的优惠券|my (?:\w+ ){0,2}coupons?|可使用|benefits? coupons?/,
        ['issued', 'own'],
        text,
      ),
    )
  }
  if (kind.name === 'couponQuota') {
    give('type', either(/代金券|voucher/, /现金券|flexi/, ['voucher', 'cash'], text))
    // 已发放代金券额度 holds the words of one's own quota too.
    const issued = /已发放|issued/
    if (issued.test(near) || resold) give('holder', 'issued')
    else if (!/额度|quota/.test(near) && /已发放(?:代金券|现金券)?额度|issued quota/.test(text))
      give('holder', 'issued')
    else if (
      !issued.test(text) &&
      /(?:代金券|现金券|我的|自有)额度|(?:coupon|my|own) quota/.test(text)
    )
      give('holder', 'own')
  }
  if (kind.name === 'exportTask') give('page', exportPageOf(text))
  return given
}

const couponTypes: readonly [RegExp, string][] = [
  [/代金券|voucher/, 'voucher'],
  [/现金券|flexi/, 'cash'],
  [/折扣券|discount coupon/, 'discount'],
]
/** The type of coupon that a text names, when it names one only. */
function couponType(text: string): string | undefined {
  const named = couponTypes.filter(([words]) => words.test(text))
  return named.length === 1 ? named[0]?.[1] : undefined
}

/** What the name of an export says of its page, where nothing around the list does: 消费明细_202610. */
export function pageOfName(name: unknown): string {
  return typeof name === 'string' ? exportPageOf(` ${wordsOf(name)} `) : 'unknown'
}

const dimensions = [
  ['customer', ['customerId', 'customerName', 'accountName']],
  ['service', ['serviceType', 'serviceName']],
  ['chargeMode', ['chargeMode']],
  ['association', ['association']],
  ['manager', ['manager']],
] as const
/** The dimensions a row of a board is split by; where it names a customer, what belongs to the customer splits nothing. */
export function grainOf(matches: readonly Match[]): string {
  const has = (fields: readonly string[]) => matches.some(({ field }) => fields.includes(field))
  const shown = dimensions.filter(([, fields]) => has(fields)).map(([name]) => name)
  const own = shown.includes('customer')
    ? shown.filter((name) => name !== 'association' && name !== 'manager')
    : shown
  return own.length === 0 ? '*' : own.join('+')
}
