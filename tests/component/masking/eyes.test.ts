import * as element from '@element-plus/icons-vue'
import EyeInvisibleOutlined from '@ant-design/icons-svg/es/asn/EyeInvisibleOutlined'
import EyeOutlined from '@ant-design/icons-svg/es/asn/EyeOutlined'
import FilterOutlined from '@ant-design/icons-svg/es/asn/FilterOutlined'
import InfoCircleOutlined from '@ant-design/icons-svg/es/asn/InfoCircleOutlined'
import SearchOutlined from '@ant-design/icons-svg/es/asn/SearchOutlined'
import SettingOutlined from '@ant-design/icons-svg/es/asn/SettingOutlined'
import { renderIconDefinitionToSVGElement } from '@ant-design/icons-svg/es/helpers'
import * as lucide from '@lucide/vue'
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { controlOf, elementsOf, isSafe, maskedColumns } from '@/utils/sources/page/eyes'
import { followPath, pathTo } from '@/utils/sources/page/eyes/path'
import { drawsEye } from '@/utils/sources/page/eyes/shape'

const svgOf = (html: string): Element => {
  const box = document.createElement('div')
  box.innerHTML = html
  return box.querySelector('svg') as Element
}
const drawn = (icon: Component) => svgOf(mount(icon).html())
const ant = (icon: Parameters<typeof renderIconDefinitionToSVGElement>[0]) =>
  svgOf(renderIconDefinitionToSVGElement(icon, {}))
const standIn =
  '<svg viewBox="0 0 16 16"><path d="M1 8c3-5 11-5 14 0-3 5-11 5-14 0z"/><circle cx="8" cy="8" r="2"/><path d="M2 14 14 2"/></svg>'

describe('a picture without a name', () => {
  it.each([
    ['stand-in', svgOf(standIn)],
    ['Element Plus View', drawn(element.View)],
    ['Ant Design eye', ant(EyeOutlined)],
    ['Ant Design eye, crossed out', ant(EyeInvisibleOutlined)],
    ['Lucide Eye', drawn(lucide.Eye)],
  ])('is an eye: %s', (_, svg) => expect(drawsEye(svg)).toBe(true))
  it.each([
    ['search', drawn(lucide.Search)],
    ['search', ant(SearchOutlined)],
    ['filter', ant(FilterOutlined)],
    ['info', ant(InfoCircleOutlined)],
    ['info', drawn(element.InfoFilled)],
    ['settings', ant(SettingOutlined)],
    ['settings', drawn(lucide.Settings)],
    ['sort', drawn(element.Sort)],
    ['caret', drawn(element.CaretBottom)],
    ['question', drawn(element.QuestionFilled)],
    ['target', drawn(lucide.Target)],
    ['more', drawn(element.MoreFilled)],
    ['download', drawn(lucide.Download)],
    ['trash', drawn(lucide.Trash2)],
    ['nothing', svgOf('<svg><path d="M1e999 z a1"/></svg>')],
  ])('is none: %s', (_, svg) => expect(drawsEye(svg)).toBe(false))
})

afterEach(() => (document.body.innerHTML = ''))

/** A list with one masked column; its header and its cells hold what is given. */
function page({ head = '', cell = '', above = '' } = {}) {
  const row = (id: number) =>
    `<tr><td>${id}</td><td>138****000${id}${cell}</td><td>2026-01-0${id}</td></tr>`
  document.body.innerHTML = `${above}<table><thead><tr><th>编号</th><th>手机号码${head}</th><th>时间</th></tr></thead><tbody>${row(1)}${row(2)}</tbody></table>`
  const [column] = maskedColumns(document, 'p', new Set())
  return column
}
const way = (options: Parameters<typeof page>[0]) => {
  const column = page(options)
  const control = column && controlOf(column, [], () => false)
  const elements = column && control ? elementsOf(control, column) : []
  return { scope: control?.scope, elements: elements.map((each) => each.element.outerHTML) }
}

describe('the eye of a masked column', () => {
  it.each([
    ['by its label', '<button type="button" aria-label="显示">x</button>'],
    ['by its title', '<span role="button" title="Show"></span>'],
    ['by its icon', '<i tabindex="0"><svg><use href="#icon-eye-off"></use></svg></i>'],
    ['by its picture', '<img src="/img/eye.svg?v=2">'],
    ['by its shape alone', `<span>${standIn}</span>`],
  ])('is found %s', (_, head) => expect(way({ head }).scope).toBe('column'))

  it.each([
    ['sorts', '<i title="显示排序" tabindex="0"></i>'],
    ['submits', '<form><button aria-label="显示">x</button></form>'],
    ['submits', '<button type="submit" aria-label="eye">x</button>'],
    ['leads elsewhere', '<a href="#/detail" title="查看">x</a>'],
    ['leads elsewhere', '<a href="/detail"><svg aria-label="eye"></svg></a>'],
    ['opens a menu', '<button type="button" aria-haspopup="menu" title="eye">x</button>'],
    ['is an entry of a menu', '<li role="menuitem" tabindex="0" title="eye">x</li>'],
    ['downloads', '<a download title="eye">x</a>'],
    ['is switched off', '<button type="button" disabled title="eye">x</button>'],
  ])('is nothing that %s', (_, head) => expect(way({ head }).scope).toBeUndefined())

  it('stands in each cell', () => {
    const found = way({ cell: '<i title="查看" tabindex="0"></i>' })
    expect(found).toMatchObject({ scope: 'cell', elements: { length: 2 } })
  })
  it('stands above the table for the whole page, under a name that leaves no doubt', () => {
    const above = (name: string) => ({ above: `<button type="button">${name}</button>` })
    expect(way(above('显示敏感信息')).scope).toBe('page')
    expect(way(above('查看')).scope).toBeUndefined()
    const password = '<label><input type="password"><i tabindex="0" title="eye"></i></label>'
    expect(way({ above: password }).scope).toBeUndefined()
  })
  it('stands in a shadow root', () => {
    page({ head: '<x-eye></x-eye>' })
    const root = document.querySelector('x-eye')?.attachShadow({ mode: 'open' })
    if (root) root.innerHTML = '<button type="button" title="显示">x</button>'
    const [column] = maskedColumns(document, 'p', new Set())
    const control = column && controlOf(column, [], () => false)
    expect(control).toMatchObject({ scope: 'column', path: 'x-eye:0/#/button:0' })
    expect(column && control && elementsOf(control, column)).toHaveLength(1)
  })
  it('is found where the whole table stands in a shadow root', () => {
    page({ head: '<i tabindex="0" title="eye"></i>' })
    const html = document.body.innerHTML
    document.body.innerHTML = '<x-page></x-page>'
    const root = document.querySelector('x-page')?.attachShadow({ mode: 'open' })
    if (root) root.innerHTML = html
    expect(maskedColumns(document, 'p', new Set())).toMatchObject([{ header: '手机号码' }])
  })
  it('is not looked for again once it was pressed in vain', () => {
    const column = page({ head: '<i tabindex="0" title="eye"></i>' })
    expect(column && controlOf(column, [], () => true)).toBeUndefined()
  })
  it('is what the user’s own press taught, as long as pressing it is safe', () => {
    const column = page({ head: '<b><em>?</em></b>' })
    const learned = { scope: 'column', path: 'b:0/em:0' } as const
    expect(column && controlOf(column, [learned], () => false)).toEqual(learned)
    const link = page({ head: '<a href="/x"><em>?</em></a>' })
    const led = { scope: 'column', path: 'a:0/em:0' } as const
    expect(link && controlOf(link, [led], () => false)).toBeUndefined()
  })
})

describe('the place of a control', () => {
  it('leads back to it, and nowhere in a page built differently', () => {
    document.body.innerHTML = '<p><i></i><i><u></u></i></p>'
    const [p, u] = [document.querySelector('p'), document.querySelector('u')]
    if (!p || !u) throw new Error('not drawn')
    const path = pathTo(u, p)
    expect(path).toBe('i:1/u:0')
    expect(followPath('i:1/u:0', p)).toBe(u)
    expect(followPath('i:2/u:0', p)).toBeUndefined()
    expect(isSafe(u)).toBe(true)
  })
})
