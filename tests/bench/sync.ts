/**
 * Whether a sync is bound by what the gateway allows and by nothing of ours: how long one of 200 customers with 20,000
 * resources and 3,000 coupons takes in a real browser, against the largest (requests / allowed rate) of its operations.
 * One JSON line: `{name, ours, reference, ratio, unit}`; at most 1.15. Run: `npm run --silent bench -- sync.throttle`.
 */
import { startConsole } from '../console/server.ts'
import { keysOf } from '../console/api/keys.ts'
import { withGranted } from '../browser/world.ts'
import { buildExtension } from '../tools/build.mjs'
import { startLens } from '../tools/chromium.ts'
import { orderSync, syncHeadIn } from '../tools/sync-worker.ts'

const PER_SECOND = 10

export async function syncBench(): Promise<void> {
  const desk = await startConsole({ scale: 3160, customers: 200, resourcesEach: 100 })
  const built = withGranted(buildExtension(), { hosts: ['https://bss.myhuaweicloud.com/*'] })
  const lens = await startLens({ port: desk.port, extension: built })
  try {
    const own = await lens.open('options.html')
    const { access, secret } = keysOf('partner-a')
    const began = Date.now()
    await orderSync(own, built, {
      do: 'start',
      account: 'cn:bench',
      keys: { site: 'cn', ak: access, sk: secret },
      share: 1,
      wish: {
        site: 'cn',
        caller: 'partner',
        kinds: ['coupon', 'couponQuota', 'couponOperation', 'customer', 'resource'],
      },
    })
    let head = await syncHeadIn(own)
    while (head?.state !== 'done') {
      if (head?.state === 'stopped') throw new Error(`the sync stopped: ${head.stop ?? ''}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      head = await syncHeadIn(own)
    }
    const ours = (Date.now() - began) / 1000
    const requests = Map.groupBy(desk.api.calls(), ({ operation }) => operation)
    const most = Math.max(...[...requests.values()].map((calls) => calls.length))
    const reference = most / PER_SECOND
    const round3 = (number: number) => Math.round(number * 1000) / 1000
    const times = desk.api.calls().map(({ at }) => at - began)
    const late = desk.api.calls().filter(({ status }) => status !== 200)
    console.error(
      `sync.throttle: first request after ${Math.min(...times)} ms, last after ${Math.max(...times)} ms, refused: ${late.map(({ operation, at }) => `${operation} ${at - began}`).join(', ') || 'none'}`,
    )
    console.error(
      `sync.throttle: ${desk.api.calls().length} requests, ${head.progress.rows} rows, at most ${most} of one operation, worst rate ${desk.api.worstRate()} a second`,
    )
    console.log(
      JSON.stringify({
        name: 'sync.throttle',
        ours: round3(ours),
        reference: round3(reference),
        ratio: round3(ours / reference),
        unit: 's',
      }),
    )
  } finally {
    await lens.close()
    await desk.stop()
  }
}
