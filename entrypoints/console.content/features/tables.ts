import type { MessageOf } from '@/utils/messaging/protocol'
import { tablesOfPage } from '@/utils/sources/page/tables'
import { outbox } from '../outbox'
import type { Feature } from './index'

/** Reads the tables on the page when they settle; each content of a table is sent once. */
export const tables: Feature = {
  id: 'tables',
  frames: 'all',
  run({ ask, onSettled, onOrder, page }) {
    const sent = new Set<string>()
    const box = outbox<MessageOf<'table.seen'>>(
      async (message) => void (await ask('table.seen', message)),
      () => {},
    )
    box.open(true)
    const read = () => {
      const facts = page()
      for (const { table } of tablesOfPage(document, { source: 'page', url: location.href })) {
        if (table.rows.length === 0 || table.columns.length < 2) continue
        const rows = table.rows.slice(0, 2000).map((row) => row.map(plain))
        const mark = fingerprint([
          facts.url,
          facts.tab ?? '',
          ...table.columns,
          ...rows.flat().map(String),
        ])
        if (sent.has(mark)) continue
        if (sent.size > 500) sent.clear()
        sent.add(mark)
        const { total, page: at } = table.context
        box.put(
          {
            id: `${mark}-${crypto.randomUUID().slice(0, 8)}`,
            page: facts,
            seenAt: Date.now(),
            columns: table.columns.map((name) => name.slice(0, 256)),
            rows,
            ...(total === undefined ? {} : { total }),
            ...(at === undefined ? {} : { pageNumber: at.number }),
            ...(at?.size === undefined ? {} : { pageSize: at.size }),
          },
          rows.length * table.columns.length * 40,
        )
      }
    }
    onSettled(read)
    // What the user taught may make something of what was sent in vain.
    onOrder(({ order }) => {
      if (order !== 'settings') return
      sent.clear()
      read()
    })
  },
}

type Cell = MessageOf<'table.seen'>['rows'][number][number]
function plain(value: unknown): Cell {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value).slice(0, 2048)
}

/** A short mark of a content (FNV-1a, twice over): to notice sameness, not to keep secrets. */
function fingerprint(parts: readonly string[]): string {
  let a = 0x811c9dc5
  let b = 0xcbf29ce4
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
    }
    a = Math.imul(a ^ 31, 0x01000193)
    b = Math.imul(b ^ 37, 0x5bd1e995)
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}
