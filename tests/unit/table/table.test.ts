import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptRecord } from '@/utils/cache/columns'
import { deltaScope } from '@/utils/cache/delta'
import { Table } from '@/utils/table/table'
import { anyRow, kept, segment } from './rows'

const rowsOf = (table: Table): Map<string, KeptRecord> => {
  const rows = new Map<string, KeptRecord>()
  for (let slot = 0; slot < table.capacity; slot += 1) {
    const row = table.row(slot)
    if (row) rows.set(row.$.key, row)
  }
  return rows
}

describe('the table in memory', () => {
  it('gives back every row as the cache would, whatever segments come and go', () => {
    const commit = fc.record({
      scope: fc.constantFrom('', 'c1', 'c2'),
      rows: fc.array(anyRow(12), { maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 12 }), (commits) => {
        const table = new Table('resource')
        const model = new Map<string, Map<string, KeptRecord>>()
        for (const { scope, rows } of commits) {
          const now = new Map(rows.map((row) => [row.$.key, row]))
          // As the cache does: a row stands in one place, so other segments that had it are written anew.
          const changed = new Set<string>([scope])
          for (const [other, held] of model)
            if (other !== scope)
              for (const key of now.keys()) if (held.delete(key)) changed.add(other)
          model.set(scope, now)
          table.apply(
            [...changed].map((each) => {
              const held = [...(model.get(each) ?? [])].map(([, row]) => row)
              return held.length > 0 ? segment(each, held) : { scope: each, part: 0 }
            }),
          )
          const expected = new Map([...model.values()].flatMap((each) => [...each]))
          expect(rowsOf(table)).toEqual(expected)
          expect(table.rows).toBe(expected.size)
          for (const key of expected.keys()) expect(table.row(table.slotOf(key))?.$.key).toBe(key)
        }
      }),
    )
  })
  it('says the same of what it was loaded with before its columns are laid, while they are and afterwards', () => {
    const rows = fc.array(anyRow(8), { maxLength: 6 })
    const fields = ['name', 'spec', 'status', 'expiresAt', 'isMain', 'tags']
    const one = fc.array(fc.constantFrom(...fields, '$observedAt', '$goneAt', '$key'), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(
        rows,
        fc.array(rows, { maxLength: 3 }),
        one,
        rows,
        (plain, deltas, asked, more) => {
          const unique = (some: KeptRecord[]) => [
            ...new Map(some.map((row) => [row.$.key, row])).values(),
          ]
          const pieces = [
            unique(plain).length > 0 ? [segment('c1', unique(plain))] : [],
            ...deltas.flatMap((each, part) =>
              each.length > 0 ? [[segment(deltaScope, unique(each), part)]] : [],
            ),
          ]
          const [loaded, applied] = [new Table('resource'), new Table('resource')]
          for (const piece of pieces) loaded.load(piece)
          applied.apply(pieces.flat())
          const said = (table: Table) => ({
            rows: rowsOf(table),
            count: table.rows,
            used: table
              .names()
              .filter((name) => table.isUsed(name))
              .toSorted(),
            slots: [...rowsOf(table).keys()].map((key) => table.slotOf(key)),
          })
          const values = (table: Table, name: string) =>
            Array.from({ length: table.rows }, (_, slot) => table.column(name)?.at(slot))
          const same = () => expect(said(loaded)).toEqual(said(applied))
          same()
          for (const name of asked) expect(values(loaded, name)).toEqual(values(applied, name))
          same()
          while (loaded.settle());
          same()
          for (const name of fields) expect(values(loaded, name)).toEqual(values(applied, name))
          if (more.length === 0) return
          for (const table of [loaded, applied]) table.apply([segment('c2', unique(more))])
          expect(said(loaded).rows).toEqual(said(applied).rows)
        },
      ),
      { numRuns: 300 },
    )
  })
  it('lets a delta stand over the copy it left behind, also when that segment is written again', () => {
    const table = new Table('resource')
    table.apply([segment('c1', [kept('a', { name: 'old' }), kept('b', { name: 'b' })])])
    table.apply([segment(deltaScope, [kept('a', { name: 'new' })])])
    expect(table.row(table.slotOf('a'))?.name).toBe('new')
    table.apply([segment('c1', [kept('a', { name: 'old' }), kept('b', { name: 'b2' })])])
    expect(table.row(table.slotOf('a'))?.name).toBe('new')
    expect(table.row(table.slotOf('b'))?.name).toBe('b2')
    table.apply([segment(deltaScope, [kept('a', { name: 'newest' })], 1)])
    expect(table.row(table.slotOf('a'))?.name).toBe('newest')
    table.apply([
      { scope: deltaScope, part: 0 },
      { scope: deltaScope, part: 1 },
      segment('c1', [kept('a', { name: 'newest' }), kept('b', { name: 'b2' })]),
    ])
    expect(rowsOf(table).size).toBe(2)
    expect(table.row(table.slotOf('a'))?.name).toBe('newest')
  })
  it('keeps texts that hardly repeat without a dictionary and those that do with one', () => {
    const table = new Table('resource')
    const rows = Array.from({ length: 9000 }, (_, n) =>
      kept(`id-${n}`, { name: `ecs ${n}`, region: `r${n % 7}` }),
    )
    for (let at = 0; at < rows.length; at += 1000)
      table.apply([segment(`c${at}`, rows.slice(at, at + 1000))])
    expect(table.column('resourceId')?.type).toBe('long')
    expect(table.column('name')?.type).toBe('long')
    expect(table.column('region')?.type).toBe('text')
    expect(table.row(table.slotOf('id-8123'))).toEqual(rows[8123])
  })
  it('forgets words that no row has any more', () => {
    const table = new Table('resource')
    for (let round = 0; round < 3000; round += 1)
      table.apply([segment('c1', [kept('a', { status: `s${round}` })])])
    const column = table.column('status')
    expect(column?.type === 'text' && column.words.length).toBeLessThan(1100)
    expect(table.row(table.slotOf('a'))?.status).toBe('s2999')
  })
})
