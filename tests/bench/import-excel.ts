import { readSheet } from 'read-excel-file/web-worker'

/* The reference: read-excel-file as its manual uses it in a worker. */

addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  const started = performance.now()
  const { length: rows } = await readSheet(file)
  postMessage({ ms: performance.now() - started, rows })
})
