import type { Site } from '@/utils/kinds/define'

/** Which site of the console an address serves; as the worker keeps its records by. */
export function siteOfPage(url: string): Site {
  const hostname = URL.canParse(url) ? new URL(url).hostname : ''
  if (hostname.includes('-intl')) return 'intl'
  return /(?:^|\.)eu\./.test(hostname) || hostname.endsWith('.eu') ? 'eu' : 'cn'
}
