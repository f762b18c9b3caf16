import { defineContentScript } from 'wxt/utils/define-content-script'
import { ask } from '@/utils/messaging/ask'
import type { Order } from '@/utils/messaging/protocol'
import { openHookPort } from '@/utils/sources/page/hook-port'
import { facts } from './facts'
import type { Start } from './features/feature'
import { connectHook, discardEarly, fromHook } from './features/answers'
import { followPresentation } from './features/presentation'
import { run } from './run'

/** The isolated script: reads the page, tells the worker, obeys the worker; nothing of ours stands in the page but the launcher. */
export default defineContentScript({
  matches: ['https://account.huaweicloud.com/*'],
  runAt: 'document_start',
  allFrames: true,
  async main() {
    const marked = globalThis as { partnerLensRuns?: boolean }
    if (marked.partnerLensRuns) return
    marked.partnerLensRuns = true

    const cover = followPresentation()
    const whole = new AbortController()
    const hook = openHookPort(whole.signal, fromHook, () => {
      void ask('page.problem', { page: facts(), problem: 'too-large' }).catch(() => {})
    })
    connectHook(hook)
    const stop = () => {
      whole.abort()
      marked.partnerLensRuns = false
    }
    let running: AbortController | undefined
    const begin = (start: Start) => {
      if (running || !start.on) return
      hook.tell({ order: 'start' })
      running = new AbortController()
      whole.signal.addEventListener('abort', () => running?.abort())
      run(start, running.signal, stop)
    }
    const seen = () => ask('page.seen', { page: facts() })
    chrome.runtime.onMessage.addListener((order: Order) => {
      if (order.order === 'start') void seen().then(begin, () => {})
      else if (order.order === 'stop') {
        running?.abort()
        running = undefined
        hook.tell({ order: 'stop' })
      }
      return undefined
    })
    try {
      const start = await seen()
      cover(start)
      if (start.on) begin(start)
      else {
        discardEarly()
        hook.tell({ order: 'stop' })
      }
    } catch {
      // A worker that cannot answer (no room, newer data): the page goes on as if we were not there.
      discardEarly()
    }
  },
})
