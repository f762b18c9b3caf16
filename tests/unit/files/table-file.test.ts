import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { safeText, separatedFile } from '@/utils/files/separated'
import { moment, type TableFile } from '@/utils/files/table-file'
import { workbookFile } from '@/utils/files/workbook'
import { tablesOfFile } from '@/utils/sources/file'

const table = (rows: TableFile['rows']): TableFile => ({
  zone: 'Asia/Shanghai',
  facts: [['筛选', '即将到期']],
  columns: ['代金券ID', '面值', '余额', '失效日期'],
  rows,
})
const bytesOf = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (text: string) => (await tablesOfFile(bytesOf(text), 'x.csv'))[0]?.rows

describe('a CSV file', () => {
  it('begins with its mark, says what it shows, and ends its lines as programs expect', () => {
    const text = separatedFile(table([['C1', { number: '-2.50' }, undefined, { at: 0 }]]))
    expect(text).toBe(
      '\ufeff筛选,即将到期\r\n代金券ID,面值,余额,失效日期\r\nC1,-2.50,,1970-01-01 08:00:00\r\n',
    )
  })
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', "'=1"])(
    'keeps %j a text',
    (text) => expect(safeText(text)).toBe(`'${text}`),
  )
  it('IMP-06 holds no live formula in 10,000 cells', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', "'", '')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(start, fc.string()), { minLength: 100, maxLength: 100 }),
        (texts) => {
          for (const [mark, rest] of texts)
            expect(safeText(mark + rest)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
        },
      ),
      { numRuns: 100 },
    )
  })
  it('comes back as it went', async () => {
    const start = fc.constantFrom('=', '+', '-', '@', '＝', "'", "''", '"', ',', '\n', '')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(start, fc.stringMatching(/^[a-z张三,"\n'=]{1,8}$/)), { minLength: 1 }),
        async (cells) => {
          const texts = cells.map(([mark, rest]) => `${mark}${rest}z`.trim())
          const written = separatedFile(
            table(texts.map((text) => ['C1', { number: '1' }, undefined, text])),
          )
          const back = await rowsOf(written)
          expect(back?.map((row) => String(row[3]).replaceAll('\r\n', '\n'))).toEqual(texts)
        },
      ),
    )
  })
})

describe('an XLSX file', () => {
  it('has typed cells: figures are numbers, texts are never formulas', async () => {
    const blob = await workbookFile(
      table([['=1+1', { number: '-12.50' }, { number: '12345678901234567.89' }, { at: 0 }]]),
      '代金券/一',
    )
    const rows = await readSheet(Buffer.from(await blob.arrayBuffer()))
    expect(rows[0]).toEqual(['筛选', '即将到期', null, null])
    expect(rows[2]).toEqual(['=1+1', -12.5, '12345678901234567.89', '1970-01-01 08:00:00'])
  })
})

it('moments are told in the zone asked for', () => {
  expect(moment(Date.UTC(2026, 2, 8, 10), 'America/Los_Angeles')).toBe('2026-03-08 03:00:00')
})
