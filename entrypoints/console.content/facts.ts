import type { PageFacts } from '@/utils/messaging/protocol'
import { pageFactsOf } from '@/utils/sources/page/tables'

let known: { facts: PageFacts; href: string; until: number } | undefined
/**
 * What the page says of itself. Reading it walks the page, so one reading serves every answer that comes within the same
 * moment; another address or a page that came to rest is read anew.
 */
export function facts(): PageFacts {
  const now = performance.now()
  if (known && known.href === location.href && now < known.until) return known.facts
  const read = { ...pageFactsOf(document), url: location.href.slice(0, 4096) }
  known = { facts: read, href: location.href, until: now + 400 }
  return read
}

/** The page has turned, or may have: what it said of itself is not asked for again. */
export function forgetFacts(): void {
  known = undefined
}
