import { ask, isOrphaned } from '@/utils/messaging/ask'
import type { Order, PageFacts } from '@/utils/messaging/protocol'
import { watchRoute } from '@/utils/sources/page/route'
import { whenSettled } from '@/utils/sources/page/settle'
import { inSlices } from '@/utils/sources/page/slices'
import { rootsOfTables, tablesInSteps, type PageTable } from '@/utils/sources/page/tables'
import { drawnBy } from './drawn-by'
import { facts, forgetFacts } from './facts'
import { features } from './features'
import type { Start } from './features/feature'

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

/**
 * Runs the features on the page until `signal` aborts: tells them when it has stopped changing, what stands there then, and
 * when it turns to something else.
 * @param orphaned called once the extension that this script belongs to is gone
 */
export function run(start: Start, signal: AbortSignal, orphaned: () => void): void {
  const drawn = drawnBy(facts)
  const onSettled: (() => void)[] = [forgetFacts]
  const onTables: ((tables: PageTable[]) => void)[] = []
  const onTurn: ((page: () => PageFacts) => void)[] = []
  const onRoute: (() => void)[] = []
  const onBack: (() => void)[] = []
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
        onBack: (each) => onBack.push(each),
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
  /** Whether all that stands there has been read. */
  let isRead = false
  const turn = (url = location.href) => {
    forgetFacts()
    const page = () => ({ ...facts(), url })
    if (!isRead) drawn.hold(rootsOfTables(document), page)
    each(onTurn, page)
    // Until it is drawn anew, what the page says of itself is what it said before.
    forgetFacts()
  }
  // A press turns to another tab or filter before anything is drawn, as an address does.
  addEventListener('click', () => turn(), { signal, capture: true })
  watchRoute(signal, (former) => {
    turn(former.slice(0, 4096))
    each(onRoute)
    tell()
    forgetFacts()
  })
  const back = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    told = ''
    tell()
    each(onBack)
  }
  addEventListener('pageshow', back, { signal })
  // Title, breadcrumb and tab follow the route when the page has drawn itself.
  if (window.top === window) onSettled.push(tell)
  const settle = () => {
    let changes = 0
    const settled = () => {
      each(onSettled)
      const before = changes
      void readTables().then((read) => {
        if (signal.aborted) return
        each(onTables, read)
        isRead = changes === before
      })
    }
    const stirred = () => {
      changes++
      isRead = false
    }
    whenSettled(document.documentElement, signal, settled, stirred)
  }
  if (document.readyState === 'loading')
    addEventListener('DOMContentLoaded', settle, { signal, once: true })
  else settle()
}
