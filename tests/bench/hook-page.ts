import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from '../console/certificate.ts'
import type { Lens } from '../tools/chromium.ts'

const sizes: readonly [bytes: number, share: number][] = [
  [2_400, 0.5],
  [9_900, 0.25],
  [50_000, 0.14],
  [200_000, 0.07],
  [1_000_000, 0.03],
  [2_000_000, 0.01],
]

/** A row of a kind, or of something no kind knows. About 300 bytes. */
function rowOf(index: number, known: boolean): Record<string, unknown> {
  const filler = `${index}`.padStart(160, 'x')
  return known
    ? {
        couponId: `CP${index}`,
        faceValue: '100.00',
        balance: '50.00',
        couponStatus: 2,
        planName: filler,
        validTo: 1_795_000_000_000,
      }
    : {
        traceNo: `T${index}`,
        widget: 'chart',
        pixels: index,
        theme: 'light',
        layout: filler,
        hint: 'none',
      }
}

function bodyOf(bytes: number, known: boolean): string {
  const list = Array.from({ length: Math.max(1, Math.round(bytes / 280)) }, (_, index) =>
    rowOf(index, known),
  )
  return JSON.stringify({ retCode: '0', data: { total: list.length, list } })
}

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title><div id="app"></div><script>
const draw = (round) => {
  const rows = Array.from({ length: 100 }, (_, r) => '<tr>' + Array.from({ length: 10 }, (_, c) => '<td>' + round + r + c + '</td>').join('') + '</tr>').join('')
  document.getElementById('app').innerHTML = '<table><thead><tr>' + Array.from({ length: 10 }, (_, c) => '<th>h' + c + '</th>').join('') + '</tr></thead><tbody>' + rows + '</tbody></table>'
}
let run = 0
window.view = async () => {
  run++
  const paths = PATHS
  const delays = []
  const started = performance.now()
  let next = 0
  const lane = async () => {
    while (next < paths.length) {
      const at = next++
      const before = performance.now()
      const answer = await (await fetch(paths[at] + '?run=' + run)).json()
      delays.push(performance.now() - before)
      if (answer.data.total < 1) throw new Error('nothing came')
      if (at % 10 === 0) draw(at)
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  return { ms: performance.now() - started, delays }
}
</script>`

/** The page and its answers, over TLS on loopback under the console's own name. */
export async function startBenchPage(
  count: number,
): Promise<{ port: number; url: string; stop(): Promise<void> }> {
  const bodies = new Map<string, Buffer>()
  const paths: string[] = []
  for (const [bytes, share] of sizes) {
    const many = Math.round(count * share)
    for (let index = 0; index < many; index++) {
      const known = index % 5 === 0
      const path = `/rest/v1/${known ? 'coupons' : 'widgets'}/${words(paths.length)}`
      bodies.set(path, Buffer.from(bodyOf(bytes, known)))
      paths.push(path)
    }
  }
  // Small and large ones mixed, always the same way.
  const order = paths
    .map((path, index) => ({ path, key: (index * 7919) % paths.length }))
    .sort((a, b) => a.key - b.key)
  const page = html.replace('PATHS', JSON.stringify(order.map(({ path }) => path)))
  const server = createServer(await makeCertificate(), (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? ''
    const body = bodies.get(path)
    if (body)
      response
        .writeHead(200, {
          'content-type': 'application/json;charset=UTF-8',
          'content-length': body.length,
        })
        .end(body)
    else response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    url: 'https://account.huaweicloud.com/obmgr/',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Names of addresses in letters: digits would be taken for ids. */
function words(index: number): string {
  return [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
}

export async function acceptIn(lens: Lens): Promise<void> {
  const page = await lens.open('welcome.html')
  await page.getByTestId('accept').click()
  await page.getByTestId('accepted').waitFor()
  await page.close()
}
