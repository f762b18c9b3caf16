import type { MessageOf } from '@/utils/messaging/protocol'
import type { Table } from '@/utils/records'
import { inSlices } from '@/utils/sources/page/slices'
import type { PageTable } from '@/utils/sources/page/tables'
import { outbox } from '../outbox'
import { answersTold } from './answers'
import type { Feature } from './feature'

/** Reads the tables on the page when they settle; each content of a table is sent once. */
export const tables: Feature = {
  id: 'tables',
  frames: 'all',
  run({ ask, tables: readNow, onTables, onOrder, pageOf }) {
    const sent = new Set<string>()
    const box = outbox<MessageOf<'table.seen'>>(
      async (message) => void (await ask('table.seen', message)),
      () => {},
    )
    box.open(true)
    const put = async (seen: readonly PageTable[]) => {
      const read = seen.map((each) => ({ table: each.table, facts: pageOf(each) }))
      await answersTold()
      for (const { table, facts } of read) {
        if (table.rows.length === 0 || table.columns.length < 2) continue
        const { rows, mark } = await inSlices(contentOf(table, `${facts.url}|${facts.tab ?? ''}`))
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
    onTables((seen) => void put(seen))
    // What the user taught may make something of what was sent in vain.
    onOrder(({ order }) => {
      if (order !== 'settings') return
      sent.clear()
      void readNow().then(put)
    })
  },
}

const mostRows = 2000
/** The rows of a table as they are sent, and a short mark of it all: to notice sameness, not to keep secrets. */
function* contentOf({ columns, rows }: Table, place: string): Generator<void, Content> {
  const mark = markOf()
  for (const text of [place, ...columns]) mark.add(text)
  const kept: Cell[][] = []
  for (const row of rows.slice(0, mostRows)) {
    yield
    const cells = row.map(plain)
    for (const cell of cells) mark.add(String(cell))
    kept.push(cells)
  }
  return { rows: kept, mark: mark.text() }
}

interface Content {
  rows: Cell[][]
  mark: string
}
type Cell = MessageOf<'table.seen'>['rows'][number][number]
function plain(value: unknown): Cell {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value).slice(0, 2048)
}

/** FNV-1a, twice over. */
function markOf(): { add(part: string): void; text(): string } {
  let a = 0x811c9dc5
  let b = 0xcbf29ce4
  return {
    add(part) {
      for (let i = 0; i < part.length; i++) {
        const code = part.charCodeAt(i)
        a = Math.imul(a ^ code, 0x01000193)
        b = Math.imul(b ^ code, 0x5bd1e995)
      }
      a = Math.imul(a ^ 31, 0x01000193)
      b = Math.imul(b ^ 37, 0x5bd1e995)
    },
    text: () => (a >>> 0).toString(36) + (b >>> 0).toString(36),
  }
}
