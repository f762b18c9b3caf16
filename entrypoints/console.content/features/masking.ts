import type { MaskedColumn } from '@/utils/messaging/protocol'
import { maskedHeaders, type MaskedHeader } from '@/utils/sources/page/eyes'
import type { PageTable } from '@/utils/sources/page/tables'
import type { Feature } from './index'

/** A press that shows no effect in this time counts as failed; pressing is paced (PRIV-05). In ms. */
const effectMs = 8000
const paceMs = 1000
const mostAtOnce = 20

/** Lists the masked columns of the page and, at the user's word, presses the console's own eye and closes it again. */
export const masking: Feature = {
  id: 'masking',
  frames: 'all',
  run({ ask, signal, start, tables, onTables, onRoute, onOrder }) {
    const known = new Set<string>()
    const failed = new Set<string>()
    const working = new Set<string>()
    const until = new Map<string, number>()
    const awaited = new Set<(all: readonly MaskedHeader[]) => void>()
    let reported = ''
    let { revealSeconds } = start

    const place = () => `${location.origin}${location.pathname}${location.hash}`
    const headersIn = (seen: readonly PageTable[]) => maskedHeaders(seen, place(), known)
    const headers = async () => headersIn(await tables())

    const listed = (all: readonly MaskedHeader[]): MaskedColumn[] =>
      all.map((each) => {
        const shown = each.masked === 0
        if (!shown) known.add(each.id)
        const end = until.get(each.id)
        return {
          id: each.id,
          header: each.header,
          masked: each.masked,
          rows: each.rows,
          state: working.has(each.id)
            ? 'working'
            : shown
              ? 'shown'
              : failed.has(each.id)
                ? 'failed'
                : each.eye
                  ? 'masked'
                  : 'no-control',
          ...(shown && end !== undefined ? { until: end } : {}),
        }
      })

    const report = (all: readonly MaskedHeader[]) => {
      const columns = listed(all)
      const mark = JSON.stringify(columns)
      if (mark === reported) return
      reported = mark
      void ask('masking.changed', { columns }).catch(() => {})
    }

    const effect = (id: string, shown: boolean) =>
      new Promise<boolean>((resolve) => {
        const look = (all: readonly MaskedHeader[]) => {
          const column = all.find((each) => each.id === id)
          if (column && (column.masked === 0) === shown) finish(true)
        }
        const timer = setTimeout(() => finish(false), effectMs)
        const finish = (seen: boolean) => {
          clearTimeout(timer)
          awaited.delete(look)
          resolve(seen)
        }
        awaited.add(look)
        void headers().then(look)
      })

    /** Presses the console's eye once and waits until the values say that it worked. */
    const set = async (id: string, shown: boolean): Promise<void> => {
      const all = await headers()
      const column = all.find((each) => each.id === id)
      // Never opens what is shown already, never closes what is masked.
      if (!column?.eye || (column.masked === 0) === shown || working.has(id)) return
      working.add(id)
      report(all)
      column.eye.click()
      const worked = await effect(id, shown)
      working.delete(id)
      if (!worked) failed.add(id)
      else if (shown) {
        failed.delete(id)
        until.set(id, Date.now() + revealSeconds * 1000)
      } else until.delete(id)
      report(await headers())
    }

    const setAll = async (shown: boolean) => {
      const due = (await headers()).filter((each) => each.eye && (each.masked === 0) !== shown)
      for (const [index, each] of due.slice(0, mostAtOnce).entries()) {
        if (signal.aborted) return
        if (shown && index > 0) await new Promise((resolve) => setTimeout(resolve, paceMs))
        await set(each.id, shown)
        if (shown && failed.has(each.id)) return
      }
    }

    const hideDue = (all = false) => {
      const now = Date.now()
      for (const [id, end] of until) if (all || end <= now) void set(id, false)
    }
    const clock = setInterval(hideDue, 1000)
    signal.addEventListener('abort', () => {
      clearInterval(clock)
      hideDue(true)
    })
    document.addEventListener(
      'visibilitychange',
      () => hideDue(document.visibilityState === 'hidden'),
      { signal },
    )

    onTables((seen) => {
      const all = headersIn(seen)
      for (const look of awaited) look(all)
      report(all)
    })
    onRoute(() => {
      for (const list of [known, failed, working, until]) list.clear()
    })
    onOrder((order) => {
      if (order.order === 'settings') ({ revealSeconds } = order)
      if (order.order === 'masking.list') return headers().then(listed)
      if (order.order !== 'masking.set') return undefined
      const { column, shown } = order
      return (column === 'all' ? setAll(shown) : set(column, shown)).then(headers).then(listed)
    })
  },
}
