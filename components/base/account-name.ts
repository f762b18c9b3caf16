import type { Account } from '@/utils/cache/types'
import { t } from '@/utils/i18n/texts'

const sites = { cn: 'common.siteCn', intl: 'common.siteIntl', eu: 'common.siteEu' } as const

/** What an account is called: the user's own name, else the console's; an unknown one says so with its site. */
export function accountName(account: Account | undefined, key: string): string {
  const [site = '', ...rest] = key.split(':')
  const siteWord = t(sites[site as Account['site']] ?? 'common.siteCn')
  if (account?.label) return account.label
  const name = account?.name ?? rest.join(':')
  return name === '?' || name === ''
    ? t('common.accountUnknown', { site: siteWord })
    : `${name} · ${siteWord}`
}
