import type { Cache } from '@/utils/cache/types'
import type { KindRecord, StoredRecord } from '@/utils/records'
import { isListed } from './link'
import { isNoFile, verdictOf, type Landed } from './verdict'

/** A download as the browser knows it. */
export interface Download extends Landed {
  id: number
  /** Full path on this machine. */
  filename: string
  url: string
  referrer: string
  /** Whether the file still lies where it was put. */
  exists: boolean
}
export interface Downloads {
  /** Undefined where the user took it off the browser's list. */
  look(id: number): Promise<Download | undefined>
  /** The newest of an address since a moment, epoch ms. */
  find(url: string, since: number): Promise<Download | undefined>
  /** Ends it and takes its file away: it is not what it should be. */
  drop(id: number): Promise<void>
}

/** A download was begun, or was about to be, and nothing is known of its end. */
export const isFetching = (task: StoredRecord): boolean =>
  task.downloading === true &&
  (typeof task.downloadId === 'number' || typeof task.downloadLink === 'string')

/** A page that was closed on the way to a download may have begun it or not; after so long it has not. */
const beginsWithinMs = 60_000

/**
 * Writes down how the downloads that were begun have ended. May be called at any time, from any context, as often as
 * one likes: what ended while nobody looked is found by its id.
 * @param now epoch ms
 * @returns how many have ended
 */
export async function settleDownloads(
  cache: Cache,
  downloads: Downloads,
  now: number,
): Promise<number> {
  const begun = (await cache.read('exportTask')).filter(isFetching)
  if (begun.length === 0) return 0
  const { origins } = await cache.settings()
  let ended = 0
  for (const task of begun) {
    const landed = await landedOf(task, downloads)
    if (!landed && isNever(task, now)) {
      await cache.markExport(task.$.account, task.$.key, {
        downloading: false,
        downloadLink: undefined,
      })
      continue
    }
    if (!landed && task.downloadId === undefined) continue
    const end = landed
      ? verdictOf(landed, expectedOf(task), (url) => isListed(url, origins))
      : 'USER_CANCELED'
    if (end === undefined) continue
    if (end !== 'done' && landed) await downloads.drop(landed.id)
    const marks: KindRecord =
      end === 'done'
        ? { downloadedAt: now, savedAs: landed?.filename.split(/[/\\]/).pop() }
        : { downloadProblem: end }
    const { account, key } = task.$
    const over = { downloading: false, downloadId: landed?.id, downloadLink: undefined }
    await cache.markExport(account, key, { ...marks, ...over })
    ended++
  }
  return ended
}

const landedOf = (
  { downloadId, downloadLink, downloadStartedAt }: StoredRecord,
  downloads: Downloads,
) =>
  typeof downloadId === 'number'
    ? downloads.look(downloadId)
    : downloads.find(String(downloadLink), Number(downloadStartedAt))
const isNever = ({ downloadId, downloadStartedAt }: StoredRecord, now: number): boolean =>
  downloadId === undefined && Math.abs(now - Number(downloadStartedAt)) > beginsWithinMs

const expectedOf = ({ fileSize, downloadBytes }: StoredRecord) => ({
  ...(typeof fileSize === 'number' ? { listed: fileSize } : {}),
  ...(typeof downloadBytes === 'number' ? { announced: downloadBytes } : {}),
})

async function found(query: chrome.downloads.DownloadQuery): Promise<Download | undefined> {
  const [item] = await chrome.downloads.search(query)
  if (!item) return undefined
  const key = `type:${item.id}`
  const mime = (await chrome.storage.session.get(key))[key] as string | undefined
  return { ...item, mime: mime ?? item.mime }
}

/** The browser's own; there only once its permission is. */
export const browserDownloads: Downloads = {
  look: (id) => found({ id }),
  find: (url, since) =>
    found({ url, startedAfter: new Date(since).toISOString(), orderBy: ['-startTime'] }),
  async drop(id) {
    await chrome.downloads.cancel(id).catch(() => {})
    await chrome.downloads.removeFile(id).catch(() => {})
  },
}

let noting = false
/**
 * Notes as what a file is served: the browser says so at the start only, and later what its name makes of it, so that a
 * sign-in page saved as .xlsx would pass for a workbook. In every context that may see the end of a download.
 */
export function noteTypes(): void {
  if (noting) return
  noting = true
  chrome.downloads.onCreated.addListener(({ id, mime }) => {
    if (isNoFile(mime)) void chrome.storage.session.set({ [`type:${id}`]: mime })
  })
}
