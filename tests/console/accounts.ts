/** Who is signed in. Types of partners: section 2.1 of DOMAIN.md. */
import type { Book } from './data/book.ts'

export interface Account {
  id: string
  kind: 'partner' | 'customer'
  site: Book['site']
  userName: string
  domainName: string
  domainId: string
  partnerName: string
  partnerType: string
}

export const accounts: Account[] = [
  {
    id: 'partner-a',
    kind: 'partner',
    site: 'cn',
    userName: 'wang_lei',
    domainName: 'hwc_partner_yunqi',
    domainId: '0a1b6e2c4d8f4f0c9e3a7b5d21c60f11',
    partnerName: '杭州云栖数智科技有限公司',
    partnerType: 'CSP',
  },
  {
    id: 'partner-b',
    kind: 'partner',
    site: 'cn',
    userName: 'admin',
    domainName: 'hwc_partner_hengtai',
    domainId: '0f92d7c1b3a54e6d8c70e1f2a3b4c522',
    partnerName: '深圳恒泰云服务有限公司',
    partnerType: 'DISTRIBUTOR',
  },
  {
    id: 'partner-intl',
    kind: 'partner',
    site: 'intl',
    userName: 'ops_sg',
    domainName: 'hwc_intl_partner',
    domainId: '1c77a0e9d2b84f63a5e4c3b2a1908733',
    partnerName: 'Straits Cloud Partners Pte. Ltd.',
    partnerType: 'CSP',
  },
  {
    id: 'customer',
    kind: 'customer',
    site: 'cn',
    userName: 'li_na',
    domainName: 'beijing_yunzhou',
    domainId: '05d4c3b2a19f4e8d7c6b5a4938271644',
    partnerName: '北京云舟科技有限公司',
    partnerType: '',
  },
]

export function accountOf(id: string): Account {
  const found = accounts.find((account) => account.id === id)
  if (found === undefined) throw new RangeError(`no account ${id}`)
  return found
}

/** The current user as the partner side's service tells it. */
export const currentUser = (account: Account): object => ({
  retCode: '0',
  retMsg: '',
  data: {
    userName: account.userName,
    domainId: account.domainId,
    domainName: account.domainName,
    siteCode: account.site === 'cn' ? 'HWC_CN' : 'HWC_INTL',
    partnerId: account.kind === 'partner' ? account.domainId : null,
    partnerName: account.partnerName,
    partnerType: account.partnerType,
    roles: ['admin'],
  },
})

/** The same as the customer side's service tells it. */
export const userInfo = (account: Account): object => ({
  result: {
    user_name: account.userName,
    domain_id: account.domainId,
    domain_name: account.domainName,
    site: account.site === 'cn' ? 'hws_cn' : 'hws_intl',
    cust_type: account.kind === 'partner' ? 1 : 2,
  },
  errorCode: null,
})
