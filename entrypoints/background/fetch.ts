import { isWaiting } from '@/utils/cache/glance'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import { beginDownload, pathOf, rowMarksOf } from '@/utils/exports/begin'
import { lapsesAt } from '@/utils/expiry/lapse'
import { safeLink } from '@/utils/exports/link'
import { exportPlace } from '@/utils/exports/place'
import { isFetching } from '@/utils/exports/settle'
import { slug as en } from '@/utils/i18n/locales/en/slug'
import { slug as zh } from '@/utils/i18n/locales/zh-CN/slug'
import type { FileOffer, Order } from '@/utils/messaging/protocol'
import type { StoredRecord } from '@/utils/records'
import { placeOf } from '@/utils/site'
import { languageNow } from './texts'

const mostAnHour = 20
const hourMs = 3_600_000

/**
 * Downloads files that are ready by their links, where the user switched that on: links that are kept, or stand on a page
 * of the console that is open. What failed once waits for the user, and so does what has no link of its own.
 */
export async function fetchByItself(cache: Cache): Promise<void> {
  const settings = await cache.settings()
  if (!settings.downloadByItself || !chrome.downloads) return
  if (!(await chrome.permissions.contains({ permissions: ['downloads'] }))) return
  const tasks = await cache.read('exportTask')
  const health = await first(cache.health())
  const words: Readonly<Record<string, string>> = languageNow(settings.language) === 'zh' ? zh : en
  const begun = tasks.filter((task) => Number(task.downloadStartedAt ?? 0) > now() - hourMs)
  let left = mostAnHour - begun.length
  for (const task of tasks) {
    const over = lapsesAt(task, settings) ?? 0
    const untried = task.downloadProblem === undefined && task.openedAt === undefined
    if (left <= 0 || !isWaiting(task) || isFetching(task) || !untried || over <= now()) continue
    const place = exportPlace(task, health)
    const kept = typeof task.downloadUrl === 'string' ? task.downloadUrl : undefined
    const link = safeLink(kept ?? (await linkOnPage(task, place)), place, settings.origins)
    if ('problem' in link) continue
    left -= 1
    const filename = pathOf(task, words[String(task.page)] ?? '', settings.downloadPattern)
    const start = (from: string) =>
      chrome.downloads.download({ url: from, ...(filename === undefined ? {} : { filename }) })
    await beginDownload(task, link.url, cache, start, now()).catch(() => {})
  }
}

/** As the row on an open page of the console shows it; no page is opened and nothing is pressed. */
async function linkOnPage(
  task: StoredRecord,
  place: string | undefined,
): Promise<string | undefined> {
  if (place === undefined) return undefined
  const order: Order = { order: 'export.file', ...rowMarksOf(task), press: false }
  for (const { id, url } of await chrome.tabs.query({ url: `${new URL(place).origin}/*` })) {
    if (id === undefined || url === undefined || placeOf(url) !== place) continue
    const asked = chrome.tabs.sendMessage<Order, FileOffer | undefined>(id, order)
    const offer = await asked.catch(() => undefined)
    if (offer?.link !== undefined) return offer.link
  }
  return undefined
}
