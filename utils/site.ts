import type { Site } from '@/utils/kinds/define'

/**
 * Which site of the console an address serves; an account on two sites is two accounts.
 * @returns undefined for no address
 */
export function siteOf(url: string | undefined): Site | undefined {
  const host = /^https?:\/\/([^/:]+)/.exec(url ?? '')?.[1]
  if (host === undefined) return undefined
  if (host.endsWith('.eu') || /(?:^|\.)eu\./.test(host)) return 'eu'
  return host.includes('-intl') ? 'intl' : 'cn'
}

/** The address of a listing without what may be personal in it: query values go, the route stays. */
export function placeOf(url: string): string {
  const { origin, pathname, hash } = new URL(url)
  return `${origin}${pathname}${hash.split('?')[0] ?? ''}`
}
