/** Where a partner enters the console: the routes behind it are nobody's to know. By site; Europe has no address that is known. */
const entries: Readonly<Record<string, string>> = {
  cn: 'https://account.huaweicloud.com/obmgr/',
  intl: 'https://account-intl.huaweicloud.com/',
}

/** @param account `site:name`; absent: the Chinese site, where most partners are */
export const consoleEntry = (account: string | undefined): string | undefined =>
  entries[account?.split(':')[0] ?? 'cn']
