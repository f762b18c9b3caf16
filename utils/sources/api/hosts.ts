import { AccessError } from '@/utils/errors'
import type { Site } from '@/utils/kinds/define'

/** The one host of each site. Keys are sent to these three and nowhere else. */
export const hosts = {
  cn: 'bss.myhuaweicloud.com',
  intl: 'bss-intl.myhuaweicloud.com',
  eu: 'bss.myhuaweicloud.eu',
} as const satisfies Record<Site, string>

/** What an amount without a currency is in. */
export const currencyOf = { cn: 'CNY', intl: 'USD', eu: 'EUR' } as const satisfies Record<
  Site,
  string
>

/**
 * The last look before anything leaves: the address is one of the three, over TLS, on its own port, with no user in it.
 * @throws AccessError for any other address, whatever was configured
 */
export function assertOurs(address: string): void {
  const { protocol, hostname, port, username, password } = new URL(address)
  const known = (Object.values(hosts) as string[]).includes(hostname)
  if (known && protocol === 'https:' && `${port}${username}${password}` === '') return
  throw new AccessError('not an address of the open API: nothing was sent', { place: 'api' })
}
