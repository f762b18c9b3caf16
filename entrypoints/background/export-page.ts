import type { Cache } from '@/utils/cache/types'
import { first } from '@/utils/cache/live'
import { exportPlace } from '@/utils/exports/place'

/**
 * Brings the page on which an export was read to the front: a tab that shows it, else a new one.
 * @param key of the export task, as kept
 * @param read the list is to be read now: a tab that shows it already is loaded anew
 */
export async function openExportPage(
  cache: Cache,
  key: string,
  { account, read = false }: { account?: string; read?: boolean } = {},
): Promise<void> {
  const tasks = await cache.read('exportTask', account)
  const task = tasks.find((each) => each.$.key === key)
  const place = exportPlace(task, await first(cache.health()))
  if (place === undefined) return
  const { origin } = new URL(place)
  const tabs = await chrome.tabs.query({ url: `${origin}/*` })
  const open = tabs.find((tab) => tab.url?.startsWith(place)) ?? tabs[0]
  if (open?.id === undefined) {
    await chrome.tabs.create({ url: place })
    return
  }
  const there = open.url?.startsWith(place)
  await chrome.tabs.update(open.id, { active: true, ...(there ? {} : { url: place }) })
  if (there && read) await chrome.tabs.reload(open.id)
  await chrome.windows.update(open.windowId, { focused: true })
}
