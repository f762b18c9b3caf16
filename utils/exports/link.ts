import { consoleOrigins } from '@/utils/messaging/senders'

export type LinkProblem = 'no-link' | 'bad-link' | 'not-https' | 'off-list'

/** Where the console keeps what it serves: its own hosts and the object storage of the same cloud. */
const clouds = ['.huaweicloud.com', '.myhuaweicloud.com', '.huaweicloud.eu', '.myhuaweicloud.eu']
const longest = 4096

/**
 * A link of the console to a file, made anew of its parts; nothing else may be fetched.
 * @param base the page the link stood on, for one without host
 * @param origins those the user switched on besides the console's own
 */
export function safeLink(
  link: string | undefined,
  base: string | undefined,
  origins: readonly string[],
): { url: string } | { problem: LinkProblem } {
  if (link === undefined || link.trim() === '') return { problem: 'no-link' }
  // Browsers drop line ends and tabs out of an address and read "\" as "/": an honest one holds neither.
  if (link.length > longest || /[\s\p{Cc}\\]/u.test(link.trim())) return { problem: 'bad-link' }
  let url: URL
  try {
    url = new URL(link.trim(), base)
  } catch {
    return { problem: 'bad-link' }
  }
  if (url.protocol !== 'https:') return { problem: 'not-https' }
  if (url.username !== '' || url.password !== '') return { problem: 'bad-link' }
  if (!isListed(url, origins)) return { problem: 'off-list' }
  return { url: `https://${url.host}${url.pathname}${url.search}` }
}

/** Whether an address a download ended at is one we would have asked. */
export function isListed(address: string | URL, origins: readonly string[]): boolean {
  const url = typeof address === 'string' ? parsed(address) : address
  if (url?.protocol !== 'https:') return false
  const known: readonly string[] = [...consoleOrigins, ...origins]
  if (known.includes(url.origin)) return true
  return url.port === '' && clouds.some((cloud) => url.hostname.endsWith(cloud))
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
