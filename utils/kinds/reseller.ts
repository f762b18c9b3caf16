import { accountName, manager } from './common'
import { defineKind, id, text, time, type RecordOf } from './define'

/** A 云经销商 under a general distributor. Wire: ListIndirectPartners. */
export const reseller = defineKind({
  name: 'reseller',
  label: { zh: '云经销商', en: 'Resellers' },
  key: ['resellerId'],
  staleAfterHours: 72,
  signature: ['resellerName'],
  words: { zh: ['云经销商管理'], en: ['reseller management'] },
  menu: { zh: '云经销商管理', en: 'Reseller Management' },
  fields: {
    resellerId: id({ zh: ['云经销商ID'], en: ['Reseller ID'] }),
    resellerName: text({ zh: ['云经销商'], en: ['Reseller'] }),
    accountName: accountName(),
    phone: text({ personal: 'phone', zh: ['手机号码'], en: ['Mobile number'] }),
    email: text({ personal: 'email', zh: ['邮箱'], en: ['Email'] }),
    manager: manager(),
    associatedAt: time({ zh: ['关联时间'], en: ['Associated at'] }),
  },
})
export type Reseller = RecordOf<typeof reseller>
