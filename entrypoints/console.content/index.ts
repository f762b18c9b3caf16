import { defineContentScript } from 'wxt/utils/define-content-script'
import { ask, isOrphaned } from '@/utils/messaging/ask'
import type { Order, PageFacts } from '@/utils/messaging/protocol'
import { openHookPort } from '@/utils/sources/page/hook-port'
import { watchRoute } from '@/utils/sources/page/route'
import { whenSettled } from '@/utils/sources/page/settle'
import { inSlices } from '@/utils/sources/page/slices'
import {
  pageFactsOf,
  rootsOfTables,
  tablesInSteps,
  type PageTable,
} from '@/utils/sources/page/tables'
import { drawnBy } from './drawn-by'
import { connectHook, discardEarly, fromHook } from './features/answers'
import { features, type Start } from './features'
import { followPresentation } from './features/presentation'

let known: { facts: PageFacts; href: string; until: number } | undefined
/**
 * What the page says of itself. Reading it walks the page, so one reading serves every answer that comes within the same
 * moment; another address or a page that came to rest is read anew.
 */
function facts(): PageFacts {
  const now = performance.now()
  if (known && known.href === location.href && now < known.until) return known.facts
  const read = { ...pageFactsOf(document), url: location.href.slice(0, 4096) }
  known = { facts: read, href: location.href, until: now + 400 }
  return read
}

let reading: Promise<unknown> = Promise.resolve()
let next: Promise<PageTable[]> | undefined
/** Reads the page's tables a little at a time. A reading that began before a change does not serve what comes after it. */
function readTables(): Promise<PageTable[]> {
  next ??= reading.then(() => {
    next = undefined
    const read = inSlices(tablesInSteps(document, { source: 'page', url: location.href }))
    reading = read.catch(() => {})
    return read
  })
  return next
}

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

function run(start: Start, signal: AbortSignal, orphaned: () => void): void {
  const drawn = drawnBy(facts)
  const onSettled: (() => void)[] = []
  const onTables: ((tables: PageTable[]) => void)[] = []
  const onTurn: ((page: () => PageFacts) => void)[] = []
  const onRoute: (() => void)[] = []
  const onOrder: ((order: Order) => unknown)[] = []
  for (const feature of features) {
    if (feature.frames === 'top' && window.top !== window) continue
    try {
      feature.run({
        signal,
        ask,
        start,
        page: facts,
        onSettled: (each) => onSettled.push(each),
        tables: readTables,
        pageOf: ({ element }) => drawn.pageOf(element),
        onTables: (each) => onTables.push(each),
        onTurn: (each) => onTurn.push(each),
        onRoute: (each) => onRoute.push(each),
        onOrder: (each) => onOrder.push(each),
      })
    } catch {
      void ask('page.problem', {
        page: facts(),
        problem: 'feature-failed',
        detail: feature.id,
      }).catch(() => {})
    }
  }
  const each = <T extends unknown[]>(runs: ((...args: T) => void)[], ...args: T) => {
    if (isOrphaned()) return orphaned()
    for (const one of runs) {
      try {
        one(...args)
      } catch {
        // One feature's failure takes no other with it.
      }
    }
  }
  chrome.runtime.onMessage.addListener((order: Order, _sender, answer) => {
    for (const one of onOrder) {
      const result = one(order)
      if (result === undefined) continue
      void Promise.resolve(result).then(answer)
      return true
    }
    return undefined
  })
  let told = JSON.stringify(facts())
  const tell = () => {
    const page = facts()
    const next = JSON.stringify(page)
    if (next === told) return
    told = next
    void ask('page.seen', { page }).catch(() => {})
  }
  const turn = (url = location.href) => {
    const page = () => ({ ...facts(), url })
    drawn.hold(rootsOfTables(document), page)
    each(onTurn, page)
  }
  // A press turns to another tab or filter before anything is drawn, as an address does.
  addEventListener('click', () => turn(), { signal, capture: true })
  watchRoute(signal, (former) => {
    turn(former.slice(0, 4096))
    each(onRoute)
    tell()
    // The page of before still stands: what is read of it now is not the new one's.
    known = undefined
  })
  onSettled.push(() => (known = undefined))
  // Title, breadcrumb and tab follow the route when the page has drawn itself.
  if (window.top === window) onSettled.push(tell)
  const settle = () =>
    whenSettled(document.documentElement, signal, () => {
      each(onSettled)
      void readTables().then((read) => signal.aborted || each(onTables, read))
    })
  if (document.readyState === 'loading')
    addEventListener('DOMContentLoaded', settle, { signal, once: true })
  else settle()
}
