import { describe, expect, it } from 'vitest'
import readSheets from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { limits, partsOfFile, tablesOfFile, type Part } from '@/utils/sources/file'
import { linesOf } from '@/utils/sources/file/separated'
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

  it('are read in GB18030 cut anywhere, and in UTF-8 with the sign for a lost character', async () => {
    const long = Uint8Array.from([...utf8.encode('a,b\nC1,2\n'), ...chinese])
    const sign = utf8.encode('a,b\nC1,2\n甲\ufffd,乙')
    for (let cut = 1; cut < long.length; cut++) {
      const lines: unknown[] = []
      for await (const more of linesOf(piecesOf(long, cut))) lines.push(...more.lines)
      expect(lines).toContainEqual(['张三', '1'])
    }
    for (let cut = 1; cut < sign.length; cut++) {
      const lines: unknown[] = []
      for await (const more of linesOf(piecesOf(sign, cut))) lines.push(...more.lines)
      expect(lines.at(-1)).toEqual(['甲\ufffd', '乙'])
    }
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

  it('come in pieces of any size with the same rows and their numbers', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `C${row},"名\n${row}",${row}`)
    const bytes = utf8.encode(`代金券ID,客户名称,面值\n${rows.join('\n')}`)
    for (const size of [7, 1000, 70_001, bytes.length]) {
      let seen = -1
      for await (const { lines, at } of linesOf(piecesOf(bytes, size)))
        lines.forEach((line, index) => {
          const wrong =
            line[0] !== `C${seen}` || line[1] !== `名\n${seen}` || at[index] !== seen + 2
          if (seen >= 0 && wrong) expect(line).toBe(seen)
          seen++
        })
      expect(seen).toBe(12_000)
    }
  })

  it('are read in parts, with blank lines and titles counted and too wide lines told', async () => {
    const text = '消费明细\n\n代金券ID,面值\nC1,1\n\nC2,2,3\nC3,3,,\n'
    const [part, ...more] = await partsOf(text, 'a.csv')
    expect(more).toEqual([])
    expect(part).toMatchObject({
      columns: ['代金券ID', '面值'],
      rows: [
        ['C1', '1'],
        ['C3', '3'],
      ],
      at: [4, 7],
      beyond: [6],
      share: 1,
    })
  })

  it('hold several tables below one another, and go on where a header is drawn again', async () => {
    const text =
      '已发放代金券\n代金券ID,面值,余额\nC1,1,1\n代金券ID,面值,余额\nC2,2,2\n\n代金券额度\n额度编号,总额度,剩余额度\nQ1,3,3\n'
    const tables = await tablesOfFile(utf8.encode(text), 'a.csv')
    expect(tables).toMatchObject([
      {
        rows: [
          ['C1', '1', '1'],
          ['C2', '2', '2'],
        ],
        context: { caption: '已发放代金券' },
      },
      { columns: ['额度编号', '总额度', '剩余额度'], rows: [['Q1', '3', '3']] },
    ])
    expect(tables[1]?.context.caption).toBe('代金券额度')
    const parts = await partsOf(text, 'a.csv')
    expect(parts.map(({ table, columns, at }) => [table, columns[0], at])).toEqual([
      [0, '代金券ID', [3]],
      [0, '代金券ID', [5]],
      [1, '额度编号', [9]],
    ])
  })

  it('begin with the first header, however many more columns a later one knows', async () => {
    const text =
      '额度编号,总额度,剩余额度\nQ1,3,3\n\n客户ID,客户名称,客户账号名,手机号码,邮箱\nC1,甲,a1,,\n'
    const tables = await tablesOfFile(utf8.encode(text), 'a.csv')
    expect(tables.map(({ columns }) => columns[0])).toEqual(['额度编号', '客户ID'])
    expect((await partsOf(text, 'a.csv')).map(({ at }) => at)).toEqual([[2], [5]])
  })

  it('keep rows of words, even of words that name columns, among them a note', async () => {
    const text = '代金券ID,状态,客户名称\n甲,可使用,张三\n客户名称,面值,张三\n说明,,\n'
    const tables = await tablesOfFile(utf8.encode(text), 'a.csv')
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows).toHaveLength(3)
  })

  it('are refused where a row never ends', async () => {
    const long = `a,b\n"${'x'.repeat(5_000_000)}`
    await expect(partsOf(long, 'a.csv')).rejects.toMatchObject({ problem: 'row-too-long' })
    await expect(partsOf('代金券ID,面值\nC1,"1', 'a.csv')).rejects.toMatchObject({
      problem: 'cut-off',
    })
  })

  it('are refused past two gigabytes', async () => {
    const head = utf8.encode('代金券ID,面值\nC1,1\n')
    const file = {
      size: limits.textBytes + 1,
      slice: () => blobOf(head),
      stream: () => blobOf(head).stream(),
    }
    await expect(partsOfFile(file, 'a.csv').next()).rejects.toMatchObject({
      problem: 'text-too-large',
    })
  })

  it.each([
    [
      'login-page',
      'a.csv',
      utf8.encode('\n<!DOCTYPE html><title>登录</title><input type="password">'),
    ],
    ['web-page', 'a.xlsx', utf8.encode('<html><body>502 Bad Gateway')],
    ['json', 'a.csv', utf8.encode('{"retCode":"1","data":null}')],
    ['pdf', 'a.xlsx', utf8.encode('%PDF-1.7')],
    ['picture', 'a.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])],
    ['archive', 'a.csv', Uint8Array.from([0x1f, 0x8b, 8])],
    ['archive', 'a.xlsx', zipOf([['readme.txt', 'x']])],
    ['empty', 'a.csv', new Uint8Array()],
    ['empty', 'a.csv', utf8.encode('\ufeff \n')],
    ['not-workbook', 'a.xlsx', utf8.encode('a,b\n1,2')],
    ['not-text', 'a.csv', utf8.encode('a,b\n1,\0')],
    ['old-workbook', 'a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    [
      'encrypted',
      'a.xlsx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...utf16('EncryptedPackage', true)]),
    ],
  ])('%s is called what it is', async (problem, name, bytes) => {
    await expect(partsOf(bytes, name)).rejects.toMatchObject({ problem })
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

  it('are refused with too many entries, too far out, or cut off', async () => {
    const many = zipOf(Array.from({ length: 201 }, (_, at) => [`e${at}`, 'x']))
    await expect(partsOf(many, 'a.xlsx')).rejects.toMatchObject({ problem: 'too-many-entries' })
    const far = workbookOf(['<row r="1"><c r="XFD1"><v>1</v></c></row>'])
    await expect(partsOf(far, 'a.xlsx')).rejects.toMatchObject({ problem: 'too-many-cells' })
    const long = workbookOf(['<row r="999999999"><c r="A9"><v>1</v></c></row>'])
    await expect(partsOf(long, 'a.xlsx')).rejects.toMatchObject({ problem: 'too-many-rows' })
    const cut = workbookOf([row(1, '代金券ID', '面值')]).subarray(0, 300)
    await expect(partsOf(cut, 'a.xlsx')).rejects.toMatchObject({ problem: 'cut-off' })
    await expect(partsOf(utf8.encode('PK not a zip'), 'a.xlsx')).rejects.toMatchObject({
      problem: 'not-workbook',
    })
  })

  it('are refused when they inflate too far, whatever size they state', async () => {
    const blank = ' '.repeat(64 * 1024 * 1024)
    const bytes = workbookOf(
      Array.from({ length: 9 }, () => blank),
      { stated: 10 },
    )
    await expect(partsOf(bytes, 'a.xlsx')).rejects.toMatchObject({ problem: 'suspicious' })
    const trusted = async () => {
      for await (const _ of partsOfFile(blobOf(bytes), 'a.xlsx', true));
    }
    await expect(trusted()).rejects.toMatchObject({ problem: 'inflates-too-far' })
  }, 60_000)

  it('are read whatever their errors, gaps, runs, prefixes and references', async () => {
    const sheet = [
      row(1, '代金券ID', '客户名称', '面值', '失效时间', '备注'),
      '<row r="3"><c r="A3" t="str"><f>A1</f><v>C&amp;1</v></c><c r="C3"><v>12.5</v></c>',
      '<c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1">',
      '<t>jia</t></rPh><r><t xml:space="preserve"> 乙</t></r></is></c></row>',
      '<row><c/><c t="b"><v>1</v></c><c><v/></c><c s="1"><v>46387</v></c><c s="2"><v>46387.5</v></c></row>',
      '<row r="9"/>',
    ].join('')
    const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy/m/d\\ h:mm;@"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`
    for (const prefix of ['', 'x:']) {
      const [part] = await partsOf(workbookOf([sheet], { styles, prefix }), 'a.xlsx')
      expect(part?.at).toEqual([3, 4])
      expect(part?.rows).toEqual([
        ['C&1', undefined, 12.5, undefined, '甲 乙'],
        [undefined, true, undefined, '2026-12-31', '2026-12-31T12:00:00'],
      ])
    }
  })

  it('are read as a person sees them: hidden sheets are not', async () => {
    const sheet = row(1, '代金券ID', '面值') + row(2, 'C1', '12.5')
    const states = ['', 'hidden', 'visible', 'veryHidden']
    const parts = await partsOf(workbookOf(Array(4).fill(sheet), { states }), 'a.xlsx')
    expect(parts.map(({ context }) => context.tab)).toEqual(['s0', 's2'])
  })

  it('are read as the library read them, from several sheets', async () => {
    const texts = ['代金券ID', '<&"\'>', ' 空 格 ', 'a\nb', '😀', '']
    const data = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        at === 0
          ? ['代金券ID', '客户名称', '面值', '失效时间'].map((value) => ({ value }))
          : [
              { value: `C${at}` },
              { value: texts[at % texts.length] || undefined },
              { type: Number, value: at / 7 },
              { value: new Date(Date.UTC(2026, 0, at, 1, 30)), format: 'yyyy-mm-dd hh:mm:ss' },
            ],
      )
    const made = writeExcel([
      { data: data(50), sheet: '一' },
      { data: data(3000), sheet: '二 & 三' },
    ] as never) as unknown as { toBuffer(): Promise<Buffer> }
    const bytes = new Uint8Array(await made.toBuffer())
    const theirs = await readSheets(Buffer.from(bytes))
    const ours = new Map<string, unknown[][]>()
    for (const { context, rows } of await partsOf(bytes, 'a.xlsx'))
      ours.set(context.tab ?? '', [...(ours.get(context.tab ?? '') ?? []), ...rows])
    for (const { sheet, data: lines } of theirs) {
      const expected = lines
        .slice(1)
        .map((line) =>
          line.map((cell) =>
            cell instanceof Date ? cell.toISOString().slice(0, 19) : (cell ?? undefined),
          ),
        )
      expect(ours.get(sheet)).toEqual(expected)
    }
    expect([...ours.keys()]).toEqual(['一', '二 & 三'])
  })
})

const row = (number: number, ...texts: string[]) =>
  `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

/** The smallest workbook with these sheets. */
function workbookOf(
  sheets: string[],
  {
    styles = '',
    prefix = '',
    stated,
    states = [],
  }: { styles?: string; prefix?: string; stated?: number; states?: string[] } = {},
): Uint8Array {
  const named = (text: string) =>
    prefix === '' ? text : text.replace(/<(\/?)(\w)/g, `<$1${prefix}$2`)
  const state = (at: number) => (states[at] ? ` state="${states[at]}"` : '')
  const list = sheets.map(
    (_, at) => `<sheet name="s${at}" sheetId="${at + 1}"${state(at)} r:id="r${at}"/>`,
  )
  const links = sheets.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/s${at}.xml"/>`)
  const style = '<Relationship Id="st" Type="http://x/styles" Target="styles.xml"/>'
  return zipOf(
    [
      ['[Content_Types].xml', '<Types/>'],
      ['xl/workbook.xml', `<workbook><sheets>${list.join('')}</sheets></workbook>`],
      ['xl/_rels/workbook.xml.rels', `<Relationships>${links.join('')}${style}</Relationships>`],
      ['xl/styles.xml', styles],
      ...sheets.map((sheet, at): [string, string] => [
        `xl/worksheets/s${at}.xml`,
        named(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
      ]),
    ],
    stated === undefined ? {} : { stated },
  )
}

const blobOf = (bytes: Uint8Array | string) => new Blob([bytes as Uint8Array<ArrayBuffer>])
async function partsOf(bytes: Uint8Array | string, name: string): Promise<Part[]> {
  const parts: Part[] = []
  for await (const part of partsOfFile(blobOf(bytes), name)) parts.push(part)
  return parts
}

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
