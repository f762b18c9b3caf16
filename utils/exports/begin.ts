import type { Cache } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import { extensionOf, fileNameOf } from './file-name'

/**
 * The path of an export's file below the folder for downloads.
 * @param page the word for the export's page
 * @returns undefined where nothing says what kind of file it is: then the browser names it
 */
export function pathOf(task: StoredRecord, page: string, pattern: string): string | undefined {
  const fileName = typeof task.fileName === 'string' ? task.fileName : undefined
  const ext = extensionOf(fileName)
  if (ext === undefined) return undefined
  const title = typeof task.name === 'string' ? task.name : fileName?.replace(/\.\w+\s*$/, '')
  const asked = typeof task.requestedAt === 'number' ? { requestedAt: task.requestedAt } : {}
  const account = task.$.account.split(':')[1] ?? ''
  return fileNameOf(pattern, { account, page, name: title ?? '', ext, ...asked })
}

/** How the page's row is told: by number or file name, else by name and time, as the console writes it. */
export function rowMarksOf(task: StoredRecord): { ids: string[]; asked: string[] } {
  const ids = [task.taskId, task.fileName].filter((each) => typeof each === 'string')
  if (ids.length > 0 || typeof task.requestedAt !== 'number') return { ids, asked: [] }
  const beijing = new Date(task.requestedAt + 8 * 3_600_000).toISOString()
  const name = typeof task.name === 'string' ? [task.name] : []
  return { ids, asked: [...name, beijing.slice(0, 19).replace('T', ' ')] }
}

/** Which download a file comes by: its number, or its address while there is no number yet. */
type Which = { downloadId: number } | { downloadLink: string }

/** @param now epoch ms */
export const noteDownload = (
  { $ }: StoredRecord,
  which: Which,
  cache: Pick<Cache, 'markExport'>,
  now: number,
): Promise<void> =>
  cache.markExport($.account, $.key, {
    downloadId: undefined,
    downloadLink: undefined,
    ...which,
    downloading: true,
    ...('downloadId' in which ? {} : { downloadStartedAt: now }),
    downloadProblem: undefined,
  })

/**
 * Begins a download by a link that was checked. Noted before it begins: were this context ended right after, the next one
 * finds it by its address.
 */
export async function beginDownload(
  task: StoredRecord,
  url: string,
  cache: Pick<Cache, 'markExport'>,
  start: (url: string) => Promise<number>,
  now: number,
): Promise<void> {
  await noteDownload(task, { downloadLink: url }, cache, now)
  try {
    await noteDownload(task, { downloadId: await start(url) }, cache, now)
  } catch (error) {
    const { account, key } = task.$
    await cache.markExport(account, key, { downloading: false, downloadLink: undefined })
    throw error
  }
}
