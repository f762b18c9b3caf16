import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { Pile } from '@/utils/cache/imports/pile'
import type { Piece } from '@/utils/cache/imports/types'
import { readingOf } from '@/utils/recognise'
import { recordAt } from '@/utils/recognise/read-columns'
import type { KindRecord, Table } from '@/utils/records'
import { tablesOf } from '../../tools/recognise'

const folder = fileURLToPath(new URL('../../fixtures/recognise/', import.meta.url))

async function everyTable(): Promise<{ file: string; table: Table }[]> {
  const files = (await readdir(folder)).filter((file) => !file.endsWith('.expected.json'))
  const found = await Promise.all(
    files.map(async (file) => {
      const tables = await tablesOf(await readFile(folder + file), file).catch(() => [])
      return tables.map((table) => ({ file, table }))
    }),
  )
  return found.flat()
}

const piecesOf = async (kind: KindRecord & string, fill: (pile: Pile) => Promise<unknown>) => {
  const pieces: Piece[] = []
  const pile = new Pile(kind as never, '00'.repeat(32), 'cn:alice', (piece) => pieces.push(piece))
  await fill(pile)
  pile.end()
  // Which column lies first says nothing.
  for (const { columns } of pieces)
    columns.fields.sort((one, other) => one.name.localeCompare(other.name))
  return pieces
}

it('reads every table of the corpus by columns as it does row by row, and keeps the same', async () => {
  let [compared, kept] = [0, 0]
  for (const { file, table } of await everyTable()) {
    const reading = readingOf(table)
    if (!reading?.readMany) continue
    const cells = table.rows.map((row) =>
      Array.isArray(row)
        ? row
        : table.columns.map((name) => (row as Record<string, unknown>)[name]),
    )
    const one = cells.map(reading.read)
    const records = one.filter((each) => typeof each !== 'string')
    const { fields, count, rows, rejected } = reading.readMany(cells)
    expect([file, rows.map((_, row) => recordAt(fields, row))]).toEqual([file, records])
    expect([file, count]).toEqual([file, records.length])
    expect(rejected).toEqual(
      one.flatMap((each, row) => (typeof each === 'string' ? [{ row, reason: each }] : [])),
    )
    compared += cells.length
    const columns = await piecesOf(reading.kind as never, async (pile) => {
      if (await pile.addColumns(fields, count)) kept += count
      else await pile.add(records)
    })
    expect([file, columns]).toEqual([
      file,
      await piecesOf(reading.kind as never, (pile) => pile.add(records)),
    ])
  }
  expect(compared).toBeGreaterThan(400)
  expect(kept).toBeGreaterThan(200)
})
