import type { Cache } from '@/utils/cache/types'
import { first } from '@/utils/cache/live'

/**
 * Brings the page on which an export was read to the front: a tab that shows it, else a new one.
 * @param key of the export task, as kept
 */
export async function openExportPage(cache: Cache, key: string, account?: string): Promise<void> {
  const tasks = await cache.read('exportTask', account)
  const task = tasks.find((each) => each.$.key === key)
  const health = await first(cache.health())
  const pages = health
    .filter((each) => each.kind === 'exportTask')
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)
  const place =
    pages.find((each) => each.slug !== undefined && each.slug === task?.page)?.place ??
    pages[0]?.place
  if (place === undefined) return
  const { origin } = new URL(place)
  const tabs = await chrome.tabs.query({ url: `${origin}/*` })
  const open = tabs.find((tab) => tab.url?.startsWith(place)) ?? tabs[0]
  if (open?.id === undefined) {
    await chrome.tabs.create({ url: place })
    return
  }
  await chrome.tabs.update(open.id, {
    active: true,
    ...(open.url?.startsWith(place) ? {} : { url: place }),
  })
  await chrome.windows.update(open.windowId, { focused: true })
}
