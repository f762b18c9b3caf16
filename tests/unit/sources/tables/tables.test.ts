import { Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'
import { pageFactsOf, tablesInSteps, tablesOfPage } from '@/utils/sources/page/tables'

function page(html: string, url = 'https://account.huaweicloud.com/obmgr/#/x'): Document {
  const window = new Window({ url })
  window.document.write(html)
  return window.document as unknown as Document
}
const tables = (html: string) =>
  tablesOfPage(page(html), { source: 'page' }).map(({ table }) => table)
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const head = (...cells: string[]) =>
  `<thead><tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`

describe('tables of a page', () => {
  it('joins a head and a body that stand in tables of their own', () => {
    const [table] = tables(
      `<div><div><table>${head('', 'A', 'B', '')}</table></div><div><table><tbody>${row('<input>', '1', '2')}</tbody></table></div></div>`,
    )
    expect(table).toMatchObject({ columns: ['A', 'B'], rows: [['1', '2']] })
  })

  it('spreads cells over the rows and columns they span', () => {
    const [table] = tables(
      `<table>${head('客户', '产品', '金额')}<tbody><tr><td rowspan="2">甲</td><td>x</td><td>1</td></tr>${row('y', '2')}</tbody></table>`,
    )
    expect(table?.rows).toEqual([
      ['甲', 'x', '1'],
      ['甲', 'y', '2'],
    ])
  })

  it('reads neither what is hidden nor the words of buttons beside a value', () => {
    const [table, ...more] = tables(
      `<table>${head('A <button>eye</button>', 'B')}<tbody>${row('1<button>copy</button>', '2<div role="tooltip">tip</div>')}<tr style="display: none"><td>3</td><td>4</td></tr></tbody></table>
       <div role="tablist"><div role="tab" aria-controls="p" aria-selected="false">T</div></div>
       <div role="tabpanel" id="p"><table>${head('C', 'D')}<tbody>${row('1', '2')}</tbody></table></div>
       <dialog><table>${head('E', 'F')}<tbody>${row('1', '2')}</tbody></table></dialog>`,
    )
    expect(table).toMatchObject({ columns: ['A', 'B'], rows: [['1', '2']] })
    expect(more).toEqual([])
  })

  it('keeps nested tables to themselves', () => {
    const inner = `<table>${head('x', 'y')}<tbody>${row('1', '2')}</tbody></table>`
    const found = tables(
      `<table>${head('A', 'B')}<tbody>${row('1', '2')}<tr><td colspan="2">${inner}</td></tr></tbody></table>`,
    )
    expect(found.map(({ rows }) => rows.length)).toEqual([1, 1])
  })

  it('reads details whose names and values share a cell', () => {
    const pair = (name: string, value: string) =>
      `<div><span>${name}</span><span>${value}</span></div>`
    const found = tables(
      `<table><tbody>${row(pair('代金券ID', 'C1'), pair('面值', '5'))}${row(pair('余额', '3'), pair('状态', '可使用'))}</tbody></table>`,
    )
    expect(found).toMatchObject([
      { columns: ['代金券ID', '面值', '余额', '状态'], rows: [['C1', '5', '3', '可使用']] },
    ])
  })

  it('reads no rows of a hidden body and no cells that are collapsed', () => {
    const gone = 'style="visibility: collapse"'
    const [table] = tables(
      `<table><thead><tr><th>A</th><th ${gone}>B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td ${gone}>2</td><td>3</td></tr></tbody><tbody style="display: none">${row('4', '5')}</tbody></table>`,
    )
    expect(table).toMatchObject({ columns: ['A', 'C'], rows: [['1', '3']] })
  })

  it('takes a head that names nothing for the widths of the one above it', () => {
    const [table] = tables(
      `<div><div><table>${head('A', 'B', 'C')}</table></div><div><table>${head('', '', '')}<tbody>${row('1', '2', '3')}</tbody></table></div></div>`,
    )
    expect(table).toMatchObject({ columns: ['A', 'B', 'C'], rows: [['1', '2', '3']] })
  })

  it('reads rows drawn as blocks below a head that reaches over the scroll bar', () => {
    const line = '<div><div>1</div><div>2</div><div>3</div></div>'
    const [table] = tables(
      `<div><div><table>${head('A', 'B', 'C', '')}</table></div><div>${line.repeat(2)}</div></div>`,
    )
    expect(table?.rows).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ])
  })

  it('lays cards that are tables of names and values together as rows', () => {
    const card = (id: string) =>
      `<table><tr><td>账单ID</td><td>${id}</td></tr><tr><td>期次</td><td>2026-08</td></tr><tr><td>状态</td><td>待确认</td></tr></table>`
    const found = tables(`<div>${card('ZD1')}</div><div>${card('ZD2')}</div>`)
    expect(found.map(({ rows }) => rows.map(([id]) => id))).toEqual([['ZD1', 'ZD2']])
  })

  it('lays what stays put beside what scrolls where both have their heads in tables of their own', () => {
    const side = (name: string, heads: string[], rows: string[][]) =>
      `<div class="${name}"><div><table>${head(...heads)}</table></div><div><table>${head(...heads.map(() => ''))}<tbody>${rows.map((cells) => row(...cells)).join('')}</tbody></table></div></div>`
    const [table, more] = tables(
      `<div>${side('frozen-left', ['ID'], [['1'], ['2']])}${side(
        'right',
        ['A', 'B', 'C'],
        [
          ['a', 'b', 'c'],
          ['d', 'e', 'f'],
        ],
      )}</div>`,
    )
    expect(table).toMatchObject({
      columns: ['ID', 'A', 'B', 'C'],
      rows: [
        ['1', 'a', 'b', 'c'],
        ['2', 'd', 'e', 'f'],
      ],
    })
    expect(more).toBeUndefined()
  })

  it('lays tables that unfold below rows together, and leaves the total to the rows themselves', () => {
    const nested = (id: string) =>
      `<tr><td colspan="3"><table>${head('Resource', 'Status')}<tbody>${row(id, 'ok')}</tbody></table></td></tr>`
    const found = tables(
      `<section><table>${head('A', 'B', 'C')}<tbody>${row('1', '2', '3')}${nested('r1')}${row('4', '5', '6')}${nested('r2')}</tbody></table><div>共 57 条</div></section>`,
    )
    expect(found.map(({ rows, context }) => [rows.map(([id]) => id), context.total])).toEqual([
      [['1', '4'], 57],
      [['r1', 'r2'], undefined],
    ])
  })

  it('tells rows what the row over them says, where the table begins with one', () => {
    const over = (text: string) => `<tr><td colspan="2">${text}</td></tr>`
    const grouped = `${over('<span>客户名称：</span><span>甲公司</span><span>（2张）</span>')}${row('1', '2')}${over('客户名称：乙公司')}${row('3', '4')}`
    const [table] = tables(`<table>${head('A', 'B')}<tbody>${grouped}</tbody></table>`)
    expect(table).toMatchObject({
      columns: ['A', 'B', '客户名称'],
      rows: [
        ['1', '2', '甲公司'],
        ['3', '4', '乙公司'],
      ],
    })
    const unclear = `${over('客户名称：甲公司 客户ID：7')}${row('1', '2')}`
    const [alone] = tables(`<table>${head('A', 'B')}<tbody>${unclear}</tbody></table>`)
    expect(alone?.columns).toEqual(['A', 'B'])
    const details = `${row('1', '2')}${over('限制：仅新客户')}${row('3', '4')}`
    const [plain] = tables(`<table>${head('A', 'B')}<tbody>${details}</tbody></table>`)
    expect(plain?.columns).toEqual(['A', 'B'])
  })

  it('tells each card what its own head names', () => {
    const card = (id: string) =>
      `<div><div>任务编号：${id}</div><dl><dt>客户名称</dt><dd>甲</dd><dt>状态</dt><dd>待处理</dd><dt>经理</dt><dd>丁</dd></dl></div>`
    const [table] = tables(`<h2>任务</h2>${card('XS1')}${card('XS2')}`)
    expect(table?.columns).toEqual(['客户名称', '状态', '经理', '任务编号'])
    expect(table?.rows.map((cells) => cells.at(-1))).toEqual(['XS1', 'XS2'])
  })

  it('reads rows whose cells hold a name and its value each', () => {
    const cell = (name: string, value: string) => `<td><div>${name}</div><div>${value}</div></td>`
    const line = (id: string) => `<tr>${cell('ID', id)}${cell('A', 'a')}${cell('B', 'b')}</tr>`
    const [table] = tables(
      `<table>${head('Sort by')}<tbody>${line('1')}${line('2')}</tbody></table>`,
    )
    expect(table).toMatchObject({
      columns: ['ID', 'A', 'B'],
      rows: [
        ['1', 'a', 'b'],
        ['2', 'a', 'b'],
      ],
    })
  })

  it('puts the rows of a grid in the order they say they have', () => {
    const line = (index: number, id: string) =>
      `<div role="row" aria-rowindex="${index}"><div role="gridcell">${id}</div><div role="gridcell">x</div></div>`
    const [table] = tables(
      `<div role="grid"><div role="row"><div role="columnheader">A</div><div role="columnheader">B</div></div>${line(3, 'second')}${line(2, 'first')}</div>`,
    )
    expect(table?.rows.map(([id]) => id)).toEqual(['first', 'second'])
  })

  it('leaves what copies a value out of it', () => {
    const [table] = tables(
      `<table>${head('A', 'B')}<tbody>${row('CQ1<a>复制</a>', '1')}</tbody></table>`,
    )
    expect(table?.rows).toEqual([['CQ1', '1']])
  })

  it.each([
    '总计：6,000.00',
    '剩余/Total 6 messages',
    '总计 6,000 元',
    'Total: 6,000.00',
    'Total 6,000 USD',
    'Page 2 of 13',
  ])('takes %s for no number of rows', (text) => {
    const body = `<table>${head('A', 'B')}<tbody>${row('1', '2')}</tbody></table>`
    const [table] = tables(`<section><div>${body}</div><div>${text}</div></section>`)
    expect(table?.context.total).toBeUndefined()
  })

  it.each([
    ['总条数：57', 57],
    ['共 1,234 条', 1234],
    ['Total Records: 57', 57],
    ['1-10 of 57', 57],
    ['132 items in total <ul><li>1</li><li>2</li></ul>', 132],
    ['Selected: 2 Total: 132', 132],
    ['<span>Total Records: 5</span><button>1</button><button>2</button>', 5],
    ['Total 3 pages, 1-10 of 25', 25],
    ['总计 3 页 共 25 条', 25],
    ['Page 2 of 13 · 1-10 of 128', 128],
    ['1 to 6 of 23 <span>Page 1 of 4</span>', 23],
    ['总计：6,000.00 元 共 128 条', 128],
  ])('reads the total of %s', (text, total) => {
    const body = `<table>${head('A', 'B')}<tbody>${row('1', '2')}</tbody></table>`
    const [table] = tables(`<section><div>${body}</div><div>${text}</div></section>`)
    expect(table?.context.total).toBe(total)
  })

  it('takes the total of the pager nearest to a table, however deep that stands', () => {
    const of = (cell: string) =>
      `<table>${head(`A ${cell}`, `B ${cell}`)}<tbody>${row(cell, '2')}</tbody></table>`
    const deep = `${'<div>'.repeat(7)}${of('deep')}${'</div>'.repeat(7)}`
    const found = tables(
      `<main><div>${of('one')}</div><div>共 11 条</div><div>${of('two')}</div><div>共 22 条</div></main>` +
        `<main>${deep}<ul><li>Total 31 items</li></ul></main>`,
    )
    expect(found.map(({ rows, context }) => [rows[0]?.[0], context.total])).toEqual([
      ['one', 11],
      ['two', 22],
      ['deep', 31],
    ])
  })

  it('joins tables side by side only where one of them stays put or their rows carry the same keys', () => {
    const keyed = (key: string, ...cells: string[]) =>
      row(...cells).replace('<tr>', `<tr data-row-key="${key}">`)
    const left = (key: string) =>
      `<table>${head('A', 'B')}<tbody>${keyed(key, '1', '2')}${keyed('k2', '3', '4')}</tbody></table>`
    const right = (...names: string[]) =>
      `<table>${head(...names)}<tbody>${keyed('k1', '5', '6')}${keyed('k2', '7', '8')}</tbody></table>`
    const columns = (html: string) => tables(html).map((table) => table.columns.join(''))
    const [joined, ...more] = tables(`<div>${left('k1')}${right('C', 'D')}</div>`)
    expect(joined).toMatchObject({
      columns: ['A', 'B', 'C', 'D'],
      rows: [
        ['1', '2', '5', '6'],
        ['3', '4', '7', '8'],
      ],
    })
    expect(more).toEqual([])
    expect(
      columns(`<div><div class="columns-fixed">${left('other')}</div>${right('C', 'D')}</div>`),
    ).toEqual(['ABCD'])
    // Other keys, a column of both, or words between them: two tables.
    expect(columns(`<div>${left('other')}${right('C', 'D')}</div>`)).toEqual(['AB', 'CD'])
    expect(columns(`<div>${left('k1')}${right('B', 'C')}</div>`)).toEqual(['AB', 'BC'])
    expect(columns(`<div>${left('k1')}<b>TOP 10</b>${right('C', 'D')}</div>`)).toEqual(['AB', 'CD'])
  })

  it('reads lists of names and values as rows, and leaves out what is hidden', () => {
    const card = (value: string, more = '') =>
      `<div${more}><dl><dt>代金券ID：</dt><dd>${value}</dd><dt>面值</dt><dd>1</dd><dt>余额</dt><dd></dd><dt>注</dt></dl></div>`
    const [cards, ...others] = tables(
      `<main>${card('C1')}${card('C2')}${card('C3', ' style="display:none"')}</main>`,
    )
    expect(cards).toMatchObject({
      columns: ['代金券ID', '面值', '余额'],
      rows: [
        ['C1', '1', undefined],
        ['C2', '1', undefined],
      ],
    })
    expect(others).toEqual([])
    // Two names are too few, and numbers are no names.
    expect(tables('<dl><dt>A</dt><dd>1</dd><dt>B</dt><dd>2</dd></dl>')).toEqual([])
    expect(tables('<dl><dt>1</dt><dd>a</dd><dt>2</dt><dd>b</dd><dt>3</dt><dd>c</dd></dl>')).toEqual(
      [],
    )
  })

  it('reads names that are labels or end with a colon, and what stands behind them', () => {
    const item = (name: string, value: string) =>
      `<div><span>${name}：</span><span>${value}</span></div>`
    const card = (id: string) =>
      `<section>${item('代金券ID', id)}${item('面值', '1')}${item('余额', '2')}</section>`
    expect(tables(`<main>${card('C1')}${card('C2')}</main>`)).toMatchObject([
      {
        columns: ['代金券ID', '面值', '余额'],
        rows: [
          ['C1', '1', '2'],
          ['C2', '1', '2'],
        ],
      },
    ])
    const row = (...names: string[]) =>
      `<div>${names.map((each) => item(each, '1')).join('')}</div>`
    const block = row('A1', 'B1', 'C1') + row('D1', 'E1', 'F1')
    expect(tables(`<main>${block}</main>`)).toMatchObject([
      { columns: ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'] },
    ])
    const labels = ['A1', 'B1', 'C1'].map((name) => `<label>${name}</label><p>1</p>`).join('')
    expect(tables(`<div>${labels}</div>`)).toMatchObject([{ columns: ['A1', 'B1', 'C1'] }])
    // A title above says that these are two things; cards that differ in one name stay two.
    expect(tables(`<main>${block.replace('<div>', '<div><h4>X</h4>')}</main>`)).toHaveLength(2)
    expect(tables(`<main>${row('A1', 'B1', 'C1')}${row('X1', 'A1', 'B1')}</main>`)).toHaveLength(2)
    // What asks is a form; two names are too few.
    const asks = ['A1', 'B1', 'C1'].map((name) => `<label>${name}</label><p><input></p>`).join('')
    expect(tables(`<div>${asks}</div>`)).toEqual([])
    expect(tables(`<div>${row('A1', 'B1')}</div>`)).toEqual([])
  })

  it('names a table by the heading above it', () => {
    const [table] = tables(
      `<div><h3>导出记录</h3><table>${head('A', 'B')}<tbody>${row('1', '2')}</tbody></table></div>`,
    )
    expect(table?.context.caption).toBe('导出记录')
  })
})

it.each([
  '<span title="CP123456">CP12...</span>',
  '<div title=""><span title="CP123456">CP12…</span></div>',
  '<i title="状态"></i><span title="CP123456">CP12...</span>',
])('reads whole what is cut off with dots: %s', (cell) => {
  const [table] = tables(`<table>${head('A', 'B')}<tbody>${row(cell, '1')}</tbody></table>`)
  expect(table?.rows[0]?.[0]).toBe('CP123456')
})

it('says what a page is', () => {
  const facts = pageFactsOf(
    page(
      '<html lang="en-US"><title>Partner Center</title><h1>Coupons</h1><div role="tab" aria-selected="true">Issued</div></html>',
    ),
  )
  expect(facts).toMatchObject({
    title: 'Partner Center · Coupons',
    tab: 'Issued',
    language: 'en',
  })
})

it.each([
  ['<div class="line">消费时间：2026年8月</div>', '2026-08'],
  ['<label>Billing cycle:</label><span>2026-07</span>', '2026-07'],
  ['<label>账期</label><b>2026-07</b><input value="2026-08">', undefined],
  ['<span>年份：2026</span><span>对账期次：全部</span>', '2026'],
  ['<span>年份：2026</span><span>账期：2026-07</span>', '2026-07'],
  ['<p>账期 2026-07 之后</p>', undefined],
  ['<div style="display:none"><span>账期：2026-07</span></div>', undefined],
])('reads the period that a filter line names: %s', (html, filters) => {
  expect(pageFactsOf(page(html)).filters).toBe(filters)
})

it('leaves out a table whose header became another while it was read', () => {
  const html = '<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>'
  let steps = 0
  const read = (changeAt: number) => {
    const document = page(html)
    const reading = tablesInSteps(document, { source: 'page' })
    for (steps = 0; ; steps++) {
      if (steps === changeAt) document.querySelector('th')!.textContent = '丙'
      const { done, value } = reading.next()
      if (done) return value.map(({ table }) => table.columns)
    }
  }
  expect(read(-1)).toEqual([['甲', '乙']])
  const last = steps
  expect(read(last)).toEqual([])
  expect(read(0)).toEqual([['丙', '乙']])
})

it.each([
  [
    'one of several',
    '<li class="x-tab">额度</li><li class="x-tab x-tab-active">已发放</li>',
    '已发放',
  ],
  ['no tab', '<li class="item">额度</li><li class="item active">已发放</li>', undefined],
  ['all', '<li class="x-tab x-active">额度</li><li class="x-tab x-active">已发放</li>', undefined],
])('a class alone says which tab is in front: %s', (_, items, tab) => {
  expect(pageFactsOf(page(`<ul>${items}</ul>`)).tab).toBe(tab)
})
