import Papa from 'papaparse'

/* The reference: PapaParse as its manual streams a large file in a worker, `chunk` on the File; rows are counted, no more. */

addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  let rows = 0
  Papa.parse<string[]>(file, {
    skipEmptyLines: true,
    chunk: ({ data }) => {
      rows += data.length
    },
    complete: () => postMessage(rows),
  })
})
