import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { isFetching, settleDownloads, type Download } from '@/utils/exports/settle'
import { freshDatabase, observed } from '../cache/tools'

const { open } = freshDatabase()
const link = 'https://account.huaweicloud.com/f.csv'
const noon = Date.UTC(2030, 0, 10, 12)
const item: Download = {
  id: 5,
  state: 'complete',
  mime: 'text/csv',
  url: link,
  finalUrl: link,
  referrer: '',
  filename: '/files/f.csv',
  exists: true,
  fileSize: 500,
  totalBytes: 500,
  bytesReceived: 500,
}
/** A page noted that it was about to begin, and was closed. */
async function aboutToBegin() {
  const cache = await open()
  const requestedAt = noon - 3_600_000
  await cache.ingest(
    observed('exportTask', [{ taskId: 'T', name: 'n', status: 'completed', requestedAt }]),
  )
  const begun = { downloading: true, downloadLink: link, downloadStartedAt: noon }
  await cache.markExport('cn:alice', 'T', begun)
  const task = async () => (await cache.read('exportTask'))[0]
  return { cache, task }
}
const browser = (all: Download[]) => ({
  look: async (id: number) => all.find((each) => each.id === id),
  find: async (url: string, since: number) =>
    all.find((each) => each.url === url && since === noon),
  drop: async () => {},
})

test('NET-01 a download whose page was closed before it had a number is found by its address', async () => {
  const { cache, task } = await aboutToBegin()
  expect(await settleDownloads(cache, browser([{ ...item, state: 'in_progress' }]), noon)).toBe(0)
  expect(await settleDownloads(cache, browser([{ ...item, url: `${link}?2` }]), noon)).toBe(0)
  expect((await task())?.downloadedAt).toBeUndefined()
  expect(await settleDownloads(cache, browser([item]), noon + 9)).toBe(1)
  expect(await task()).toMatchObject({ downloadedAt: noon + 9, downloadId: 5, savedAs: 'f.csv' })
  expect((await task())?.downloadLink).toBeUndefined()
})

test('one that was never begun is let go after a minute, and is no failure', async () => {
  const { cache, task } = await aboutToBegin()
  await settleDownloads(cache, browser([]), noon + 59_000)
  expect(isFetching((await task())!)).toBe(true)
  await settleDownloads(cache, browser([]), noon + 61_000)
  expect(isFetching((await task())!)).toBe(false)
  expect((await task())?.downloadProblem).toBeUndefined()
})
