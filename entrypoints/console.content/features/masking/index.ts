import type { LearnedEye, MaskedColumn } from '@/utils/messaging/protocol'
import { shownTables } from './values'
import { maskedColumns, press, type PageColumn } from '@/utils/sources/page/eyes'
import type { PageTable } from '@/utils/sources/page/tables'
import { placeOf } from '@/utils/site'
import type { Feature } from '../feature'
import { coverCells, isPresenting } from '../presentation'
import { createLearning } from './learn'
import { createReveals } from './reveals'
import { layoutOf, troubleOf } from './trouble'

/** Lists the masked columns of the page and, at the user's word, presses the console's own eye and closes it again. */
export const masking: Feature = {
  id: 'masking',
  frames: 'all',
  run({ ask, signal, start, page, onSettled, onTables, onRoute, onBack, onOrder }) {
    const known = new Set<string>()
    const awaited = new Set<() => void>()
    let eyes: readonly LearnedEye[] = start.eyes ?? []
    let reported = ''

    let at = placeOf(location.href)
    const place = () => at
    const columns = (read?: readonly PageTable[]): PageColumn[] => {
      const found = maskedColumns(document, place(), known, read)
      for (const { id, masked } of found) if (masked > 0) known.add(id)
      return found
    }
    const change = (ms: number) =>
      new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          awaited.delete(done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        awaited.add(done)
      })

    const reveals = createReveals({
      columns: () => columns(),
      learned: () => eyes.filter((each) => each.place === place()),
      press,
      change,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms))),
      now: () => Date.now(),
      steady: () => performance.now(),
      watch: () => {
        const before = layoutOf(document)
        return () => troubleOf(before, layoutOf(document))
      },
      noted: (line) => void ask('reveal.noted', { ...line, place: place() }).catch(() => {}),
      changed: () => report(),
      cover: ({ cells }, covered) => {
        if (!isPresenting())
          coverCells(
            cells.map(({ element }) => element),
            covered,
          )
      },
    })
    const learning = createLearning(place, () => Date.now())

    const listed = (found = columns()): MaskedColumn[] =>
      found.slice(0, 200).map((each) => ({
        id: each.id,
        header: each.header,
        masked: each.masked,
        rows: each.rows,
        ...(each.personal ? { personal: each.personal } : {}),
        ...reveals.stateOf(each),
      }))
    const report = (found?: PageColumn[]) => {
      const list = listed(found)
      const mark = JSON.stringify(list)
      if (mark === reported) return
      reported = mark
      void ask('masking.changed', { columns: list }).catch(() => {})
    }

    const clock = setInterval(() => void reveals.tick(), 500)
    const leave = () => void reveals.tick(true)
    signal.addEventListener('abort', () => {
      clearInterval(clock)
      leave()
    })
    const on = (target: EventTarget, name: string, run: (event: Event) => void) =>
      target.addEventListener(name, run, { signal, capture: true })
    on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && leave())
    on(window, 'pagehide', leave)
    on(window, 'pageshow', leave)
    onBack(() => {
      reported = ''
      report()
    })
    on(document, 'click', (event) => {
      const [target] = event.composedPath()
      if (!event.isTrusted || !(target instanceof Element) || known.size === 0) return
      if (reveals.busy()) return
      reveals.userPressed()
      learning.pressed(target, columns())
    })

    const tether = (port: chrome.runtime.Port) => {
      let ends = false
      port.onMessage.addListener((said: { endsWithPanel?: boolean }) => {
        ends = said.endsWithPanel === true
      })
      port.onDisconnect.addListener(() => ends && leave())
    }
    chrome.runtime.onConnect.addListener(tether)
    signal.addEventListener('abort', () => chrome.runtime.onConnect?.removeListener(tether))

    onSettled(() => {
      for (const done of awaited) done()
    })
    onTables((read) => {
      const found = columns(read)
      const learned = reveals.busy() ? undefined : learning.settled(found)
      if (learned) void ask('eye.learned', learned).catch(() => {})
      reveals.settled(found)
      report(found)
    })
    onRoute(() => {
      // What is still open belongs to the place before: it is closed under its name.
      leave()
      reveals.forget()
      known.clear()
      at = placeOf(location.href)
    })
    onOrder((order) => {
      switch (order.order) {
        case 'settings':
          eyes = order.eyes ?? []
          return undefined
        case 'masking.list':
          return listed()
        case 'masking.values':
          // Nothing is told under the cover.
          return { page: page(), tables: isPresenting() ? [] : shownTables(columns()) }
        case 'masking.show':
          // Nothing is opened under the cover.
          if (isPresenting()) return { columns: listed(), left: 0 }
          return reveals.show(order).then((left) => ({ columns: listed(), left }))
        case 'masking.hide':
          return reveals.hide(order.columns).then(() => listed())
        case 'masking.stop':
          reveals.stop()
          return listed()
        case 'present':
          if (order.on) void reveals.hide('all')
          return undefined
        case 'masking.leave':
          leave()
          return undefined
        default:
          return undefined
      }
    })
  },
}
