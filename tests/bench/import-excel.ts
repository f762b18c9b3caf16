import { readSheet } from 'read-excel-file/web-worker'

/* The reference: read-excel-file as its manual uses it in a worker. */

addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  const { length: rows } = await readSheet(file)
  postMessage(rows)
})
