import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { RefusedFile, tablesOfFile, tablesOfStream } from '@/utils/sources/file'
import { checkWorkbook } from '@/utils/sources/file/archive'
import { zipOf } from './zip'

const text = '代金券ID,客户名称,面值\r\nC1,"张三\r\n有限公司",100\r\n'
const utf16 = (value: string, little: boolean) => {
  const bytes = new Uint8Array(value.length * 2)
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    bytes[at * 2] = little ? code & 255 : code >> 8
    bytes[at * 2 + 1] = little ? code >> 8 : code & 255
  }
  return bytes
}
const utf8 = new TextEncoder()
// 客户,金额 / 张三,1 in GB18030.
const chinese = Uint8Array.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31,
  0x0a,
])

describe('separated files', () => {
  it.each([
    ['UTF-8', utf8.encode(text)],
    ['UTF-8 with a mark', utf8.encode(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 LE without a mark', utf16(text, true)],
  ])('are read in %s', async (_, bytes) => {
    const [table] = await tablesOfFile(bytes, 'a.csv')
    expect(table?.columns).toEqual(['代金券ID', '客户名称', '面值'])
    expect(table?.rows).toEqual([['C1', '张三\r\n有限公司', '100']])
  })

  it('are read in GB18030', async () => {
    const [table] = await tablesOfFile(chinese, 'a.csv')
    expect(table?.columns).toEqual(['客户', '金额'])
    expect(table?.rows).toEqual([['张三', '1']])
  })

  it.each([';', '\t', '|'])('are read with %j between cells', async (mark) => {
    const lines = ['Title of it all', ['Coupon ID', 'Face value', 'Balance'], ['C1', '1,5', '0,5']]
    const whole = lines.map((line) => (Array.isArray(line) ? line.join(mark) : line)).join('\n')
    const [table] = await tablesOfFile(utf8.encode(whole), 'a.csv')
    expect(table?.columns).toEqual(['Coupon ID', 'Face value', 'Balance'])
    expect(table?.rows).toEqual([['C1', '1,5', '0,5']])
    expect(table?.context.caption).toBe('Title of it all')
  })

  it('have headers of two lines where cells were merged', async () => {
    const whole = '客户名称,客户账号名,金额,,\n,,应付金额,实付金额,代金券抵扣\n甲,a1,3,2,1\n'
    const [table] = await tablesOfFile(utf8.encode(whole), 'a.csv')
    expect(table?.columns).toEqual([
      '客户名称',
      '客户账号名',
      '金额/应付金额',
      '金额/实付金额',
      '金额/代金券抵扣',
    ])
    expect(table?.rows).toHaveLength(1)
  })

  it('come in pieces of any size with the same rows', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `C${row},"名\n${row}",${row}`)
    const bytes = utf8.encode(`代金券ID,客户名称,面值\n${rows.join('\n')}`)
    for (const size of [7, 1000, 70_001, bytes.length]) {
      let seen = 0
      for await (const table of tablesOfStream(piecesOf(bytes, size), { source: 'file' })) {
        expect(table.columns).toEqual(['代金券ID', '客户名称', '面值'])
        for (const row of table.rows) {
          if (row[0] !== `C${seen}` || row[1] !== `名\n${seen}`) expect(row).toBe(seen)
          seen++
        }
      }
      expect(seen).toBe(12_000)
    }
  })

  it('are refused where a row never ends', async () => {
    const bytes = utf8.encode(`a,b\n"${'x'.repeat(5_000_000)}`)
    const read = async () => {
      for await (const _ of tablesOfStream(piecesOf(bytes, 1_000_000), { source: 'file' })) break
    }
    await expect(read()).rejects.toThrow(RefusedFile)
  })

  it('keep hostile headers as plain texts', async () => {
    const [table] = await tablesOfFile(utf8.encode('__proto__,constructor,状态\n1,2,3\n'), 'a.csv')
    expect(table?.columns).toEqual(['__proto__', 'constructor', '状态'])
    expect(({} as Record<string, unknown>).状态).toBeUndefined()
  })
})

describe('workbooks', () => {
  it('are read sheet by sheet, dates as the days and moments they show', async () => {
    const date = (value: string) => ({ value: new Date(value), format: 'yyyy-mm-dd' })
    const sheet = [
      ['代金券明细'],
      ['代金券ID', '失效时间', '创建时间'].map((value) => ({ value })),
      [{ value: 'C1' }, date('2026-12-31T00:00:00Z'), date('2026-09-01T10:30:00Z')],
    ]
    const made = writeExcel([{ data: sheet, sheet: '代金券' }] as never)
    const bytes = new Uint8Array(
      await (made as unknown as { toBuffer(): Promise<Buffer> }).toBuffer(),
    )
    const [table] = await tablesOfFile(bytes, 'a.xlsx')
    expect(table?.columns).toEqual(['代金券ID', '失效时间', '创建时间'])
    expect(table?.rows).toEqual([['C1', '2026-12-31', '2026-09-01T10:30:00']])
    expect(table?.context).toMatchObject({ tab: '代金券', caption: '代金券明细' })
  })

  it.each([
    ['too many entries', () => zipOf(Array.from({ length: 201 }, (_, at) => [`e${at}`, 'x']))],
    ['cells far out', () => zipOf([['xl/worksheets/sheet1.xml', '<c r="XFD1048576"/>']])],
    ['rows far out', () => zipOf([['xl/worksheets/sheet1.xml', '<row r="999999999"/>']])],
    ['no workbook at all', () => utf8.encode('PK not a zip')],
  ])('are refused with %s', async (_, bytes) => {
    await expect(checkWorkbook(bytes())).rejects.toThrow(RefusedFile)
    await expect(tablesOfFile(bytes(), 'a.xlsx')).rejects.toThrow(RefusedFile)
  })

  it('are refused when they inflate too far, whatever size they state', async () => {
    const many = 'x'.repeat(64 * 1024 * 1024)
    const bytes = zipOf(
      Array.from({ length: 9 }, (_, at) => [`xl/e${at}.xml`, many]),
      { stated: 10 },
    )
    await expect(checkWorkbook(bytes)).rejects.toThrow(/too large/)
  }, 20_000)
})

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
