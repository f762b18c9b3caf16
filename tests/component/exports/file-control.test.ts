import { afterEach, describe, expect, it } from 'vitest'
import { fileControl, linkOf } from '@/utils/sources/page/file-control'

afterEach(() => (document.body.innerHTML = ''))
const row = (id: string, actions: string, time = '2026-11-22 10:00:00') =>
  `<tr><td>${id}</td><td>客户列表</td><td>${time}</td><td>${actions}</td></tr>`
const page = (...rows: string[]) => {
  document.body.innerHTML = `<table><thead><tr><th>任务ID</th><th>名称</th><th>时间</th><th>操作</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
const of = (id: string) => fileControl(document, { ids: [id], asked: [] })

describe("the console's own download of a row", () => {
  it('is the one of that row and of no other', () => {
    page(row('EXP1', '<a href="/f?1">下载</a>'), row('EXP10', '<a href="/f?10">下载</a>'))
    expect(linkOf(of('EXP1') as HTMLElement)).toMatch(/\/f\?1$/)
    expect(linkOf(of('EXP10') as HTMLElement)).toMatch(/\/f\?10$/)
    expect(of('EXP')).toBeUndefined()
  })
  it.each([
    '<a href="#">查看</a><button>下载</button>',
    '<span role="button">Download</span>',
    '<button aria-label="下载"><svg></svg></button>',
    '<button><svg><use href="#icon-download"></use></svg></button>',
    '<a href="/rest/task/download?id=1"><svg></svg></a>',
    '<a href="/x/1" download><svg></svg></a>',
    '<a href="/files/a.xlsx"><svg></svg></a>',
    '<button>删除</button><a href="javascript:;">下载</a>',
  ])('is found by what it means: %s', (actions) => {
    page(row('A', actions))
    expect(of('A')?.outerHTML).toMatch(/download|下载|xlsx/i)
  })
  it.each([
    '<span>下载</span>',
    '<button disabled>下载</button>',
    '<a aria-disabled="true" href="/f">下载</a>',
    '<button><svg></svg></button>',
    '<button>删除</button><button>查看</button>',
    '<button style="display: none">下载</button>',
  ])('is not guessed: %s', (actions) => {
    page(row('A', actions))
    expect(of('A')).toBeUndefined()
  })
  it('is told by name and time where the page shows no number', () => {
    page(
      row('', '<button>下载</button>'),
      row('', '<button class="it">下载</button>', '2026-11-22 10:00:07'),
    )
    const marks = { ids: [], asked: ['客户列表', '2026-11-22 10:00:07'] }
    expect(fileControl(document, marks)?.className).toBe('it')
    expect(fileControl(document, { ids: [], asked: ['客户列表'] })).toBeUndefined()
  })
  it('is found in a column that is pinned beside the table', () => {
    page(row('A', ''), row('B', ''))
    document.body.insertAdjacentHTML(
      'beforeend',
      '<table><tbody><tr><td><button id="a">下载</button></td></tr><tr><td><button id="b">下载</button></td></tr></tbody></table>',
    )
    expect(of('B')?.id).toBe('b')
  })
  it('leads somewhere only where it is a link', () => {
    page(row('A', '<button>下载</button>'), row('B', '<a href="javascript:void 0">下载</a>'))
    expect(linkOf(of('A') as HTMLElement)).toBeUndefined()
    expect(linkOf(of('B') as HTMLElement)).toBeUndefined()
  })
})
