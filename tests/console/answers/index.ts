/** Which rows answer for which sheet; export records come from the tasks themselves (`exports.ts`). */
import * as coupons from './coupons.ts'
import * as customers from './customers.ts'
import * as finance from './finance.ts'
import * as incentives from './incentives.ts'
import * as marketing from './marketing.ts'
import * as orders from './orders.ts'
import * as others from './others.ts'
import type { Answer } from './row.ts'
import * as spending from './spending.ts'
import * as usercenter from './usercenter.ts'

export const answers: Record<string, Answer> = {
  ...coupons,
  ...customers,
  ...spending,
  ...incentives,
  ...marketing,
  ...orders,
  ...finance,
  ...others,
  ...usercenter,
}
