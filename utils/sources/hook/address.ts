/**
 * What an address tells before any body is touched. Runs in the page's world: no imports, no state.
 */

const skipped =
  /\.(?:js|mjs|css|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|map|html?|wasm|mp4|pdf|zip|xlsx?|csv)$/i
/** A path segment that names one thing and not a sort of thing: digits, hex, a uuid, or long and with digits. */
const anId = /^(?:\d+|[0-9a-f]{8,}|[0-9a-f-]{32,36}|(?=.*\d)[\w-]{16,})$/i

/**
 * The address of a request with ids replaced, or nothing when it cannot hold an answer of interest.
 * @param href as the page gave it, resolved against `base`
 */
export function addressOf(method: string, href: string, base: string): string | undefined {
  let url: URL
  try {
    url = new URL(href, base)
  } catch {
    return undefined
  }
  if (url.protocol !== 'https:' || skipped.test(url.pathname)) return undefined
  const segments = url.pathname.split('/')
  for (let i = 0; i < segments.length; i++) {
    if (anId.test(segments[i] ?? '')) segments[i] = '*'
  }
  return `${method.toUpperCase()} ${url.origin}${segments.join('/')}`
}

/** Whether a body of this media type may hold a list; streams and files are left alone. */
export function mayHoldList(contentType: string | null): boolean {
  return (
    contentType !== null &&
    /^[^;]*\bjson\b/i.test(contentType) &&
    !/ndjson|json-seq|stream/i.test(contentType)
  )
}
