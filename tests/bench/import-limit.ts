/* What no reader can be quicker than: the file's bytes as text; of a workbook, its sheet inflated and as text. */

addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  let length = 0
  const text = (await textsOf(file)).pipeThrough(new TextDecoderStream())
  const reader = text.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
  }
  postMessage(length)
})

async function textsOf(file: File): Promise<ReadableStream<BufferSource>> {
  if (!file.name.endsWith('.xlsx')) return file.stream()
  // The largest entry is the sheet.
  const bytes = new Uint8Array(await file.arrayBuffer())
  const view = new DataView(bytes.buffer)
  let at = bytes.length - 22
  while (view.getUint32(at, true) !== 0x06054b50) at--
  const count = view.getUint16(at + 10, true)
  let best = { size: 0, from: 0 }
  for (let index = 0, entry = view.getUint32(at + 16, true); index < count; index++) {
    const size = view.getUint32(entry + 20, true)
    const local = view.getUint32(entry + 42, true)
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (size > best.size) best = { size, from }
    const [name, extra, note] = [28, 30, 32].map((field) => view.getUint16(entry + field, true))
    entry += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0)
  }
  const packed = new Blob([bytes.subarray(best.from, best.from + best.size)])
  return packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))
}
