import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '@/utils/recognise'
import { partsOfFile, RefusedFile, tablesOfFile } from '@/utils/sources/file'
import { linesOf } from '@/utils/sources/file/separated'
import { tablesOfSheet } from '@/utils/sources/file/sheet'
import { zipOf } from './zip'

const pristine = Object.getOwnPropertyNames(Object.prototype).length
const name = fc.constantFrom('a.csv', 'a.tsv', 'a.xlsx', '导出.csv', '')
/** Bytes of any sort: noise, text in any encoding, archives with anything in them. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
  fc
    .array(fc.array(fc.constantFrom('代金券ID', '面值', '__proto__', '"', '1', '', '合计', '\r')))
    .map((rows) => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))),
  fc
    .array(fc.tuple(fc.constantFrom('xl/workbook.xml', 'xl/worksheets/sheet1.xml'), fc.string()))
    .map((entries) => zipOf(entries)),
)

describe('any bytes as a file', () => {
  it('give tables or a reason, in little time, and change nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, name, async (content, fileName) => {
        const started = performance.now()
        try {
          for (const table of await tablesOfFile(content, fileName)) recognise(table)
          const file = new Blob([content as Uint8Array<ArrayBuffer>])
          for await (const part of partsOfFile(file, fileName))
            expect(part.rows).toHaveLength(part.at.length)
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFile)
        }
        expect(performance.now() - started).toBeLessThan(2000)
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(pristine)
      }),
    )
  })

  it('come in pieces as they come whole', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '额', '"', ',', '\n', ' ', '1'),
      maxLength: 6,
    })
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), whole),
    )
  })
})

async function whole(rows: string[][], size: number): Promise<void> {
  const line = (row: readonly string[]) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const text = [line(['代金券ID', '面值', '余额', '状态']), ...rows.map(line)].join('\r\n')
  const content = new TextEncoder().encode(text)
  async function* pieces() {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
  }
  const [table] = await tablesOfFile(content, 'a.csv')
  const lines: unknown[][] = []
  for await (const more of linesOf(pieces())) lines.push(...more.lines)
  const streamed = tablesOfSheet(lines, { source: 'file' })[0]?.rows ?? []
  expect(streamed).toEqual(table?.rows ?? [])
}
