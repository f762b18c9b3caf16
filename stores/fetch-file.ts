import type { Cache } from '@/utils/cache/types'
import { first } from '@/utils/cache/live'
import { beginDownload, noteDownload, pathOf, rowMarksOf } from '@/utils/exports/begin'
import { isListed, safeLink, type LinkProblem } from '@/utils/exports/link'
import { exportPlace } from '@/utils/exports/place'
import { isFetching, settleDownloads } from '@/utils/exports/settle'
import { mayPass, problemOfEnd, type DownloadProblem } from '@/utils/exports/verdict'
import type { FileOffer } from '@/utils/messaging/protocol'
import type { StoredRecord } from '@/utils/records'
import type { Rim } from './rim'

/** How far the download of one file is, or why it ended without it; absent where nobody asked for it. */
export type Phase =
  | 'waiting'
  | 'looking'
  | 'running'
  | 'again'
  | 'pressed'
  | 'missing'
  | 'problem'
  | Exclude<LinkProblem, 'no-link'>
  | DownloadProblem

/** In ms: how long a page may take to show its row, how often is asked, when a failed try is repeated. */
export interface Patience {
  rowMs: number
  everyMs: number
  pressedMs: number
  againMs: readonly number[]
}
export interface Fetching {
  rim: Rim
  /** The word for the export's page in its file's name. */
  page: string
  /** Whether downloads may be begun and seen; else the console's own control is pressed. */
  allowed: boolean
  /** Tabs opened on the way are added. */
  opened: Set<number>
  patience: Patience
  tell(phase: Phase): void
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Fetches the file of one export: by the link that is kept, else by the one its page shows, else by pressing the page's
 * own control. What may pass is tried again; what arrived and is no export file does not count.
 */
export async function fetchFile(task: StoredRecord, by: Fetching): Promise<Phase | 'done'> {
  const { rim, patience, tell } = by
  if (by.allowed) rim.downloads.begin()
  const cache = await rim.cache()
  const { origins, downloadPattern } = await cache.settings()
  const place = exportPlace(task, await first(cache.health()))
  const name = pathOf(task, by.page, downloadPattern)
  const kept = safeLink(
    typeof task.downloadUrl === 'string' ? task.downloadUrl : undefined,
    place,
    origins,
  )
  let link = kept
  let last: Phase = 'problem' in kept && kept.problem !== 'no-link' ? kept.problem : 'missing'
  for (let tries = 0, anew = false; ;) {
    if (!by.allowed || 'problem' in link) {
      tell('looking')
      const offer = await askPage(task, place, anew, by)
      if (!offer) return last
      if (offer.pressed) return followPress(task, cache, by)
      link = safeLink(offer.link, place, origins)
      if ('problem' in link) return link.problem === 'no-link' ? 'missing' : link.problem
    }
    tell(tries > 0 ? 'again' : 'running')
    const end = await download(task, link.url, name, cache, by)
    if (end === 'done') return end
    last = end
    if (end === 'expired' && !anew) {
      // A link may die long before its file: the page, loaded again, has a living one.
      anew = true
      link = { problem: 'no-link' }
    } else if (mayPass(end) && tries < patience.againMs.length) {
      tell('again')
      await pause(patience.againMs[tries++] ?? 0)
    } else return end
  }
}

async function download(
  task: StoredRecord,
  url: string,
  name: string | undefined,
  cache: Cache,
  by: Fetching,
): Promise<DownloadProblem | 'done'> {
  const start = (from: string) => by.rim.downloads.start(from, name)
  await beginDownload(task, url, cache, start, by.rim.now())
  return watch(task, cache, by)
}

/** Until the cache says how it ended; the worker may be the one who wrote it down. */
async function watch(
  { $ }: StoredRecord,
  cache: Cache,
  { rim, patience }: Fetching,
): Promise<DownloadProblem | 'done'> {
  for (;;) {
    await settleDownloads(cache, rim.downloads, rim.now())
    const all = await cache.read('exportTask', $.account)
    const now = all.find((each) => each.$.key === $.key)
    if (!now) return 'cancelled'
    if (!isFetching(now)) {
      const end = now.downloadProblem
      return typeof end === 'string' ? problemOfEnd(end) : 'done'
    }
    await pause(patience.everyMs)
  }
}

/** @param anew the page may hold a link that died: it is loaded again first */
async function askPage(
  task: StoredRecord,
  place: string | undefined,
  anew: boolean,
  { rim, allowed, opened, patience }: Fetching,
): Promise<FileOffer | undefined> {
  if (place === undefined) return undefined
  const tab = await rim.consoleTab(place)
  if (tab.opened) opened.add(tab.tabId)
  else if (anew) {
    await rim.reloadTab(tab.tabId)
    // Right after that the old document may still answer.
    await pause(patience.everyMs)
  }
  const order = { order: 'export.file', ...rowMarksOf(task), press: !allowed } as const
  for (const end = Date.now() + patience.rowMs; ; await pause(patience.everyMs)) {
    const offer = await rim.askForFile(tab.tabId, order)
    if (offer || Date.now() > end) return offer
  }
}

/** After a press of the console's own control: the download it began, where we may see downloads. */
async function followPress(
  task: StoredRecord,
  cache: Cache,
  by: Fetching,
): Promise<Phase | 'done'> {
  const { rim, allowed, patience } = by
  const { account, key } = task.$
  await cache.markExport(account, key, { openedAt: rim.now() })
  if (!allowed) return 'pressed'
  const { origins } = await cache.settings()
  const ours = new Set((await cache.read('exportTask')).map(({ downloadId }) => downloadId))
  const listed = (url: string) => isListed(url.replace(/^blob:/, ''), origins)
  const since = Date.now() - 2000
  for (const end = Date.now() + patience.pressedMs; Date.now() < end;) {
    const begun = (await rim.downloads.since(since)).find(
      ({ id, url, referrer }) => !ours.has(id) && (listed(url) || listed(referrer)),
    )
    if (begun) {
      await noteDownload(task, { downloadId: begun.id }, cache, rim.now())
      return watch(task, cache, by)
    }
    await pause(patience.everyMs)
  }
  return 'pressed'
}
