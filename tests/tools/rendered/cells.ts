import { h, type VNodeChild } from 'vue'
import type { Column } from './case.ts'

/** The components of a library that cells are drawn with. */
export interface Kit {
  tag: (text: string) => VNodeChild
  tooltip: (text: string, shown: VNodeChild) => VNodeChild
  button: (text: string) => VNodeChild
  icon: () => VNodeChild
  popover?: (text: string, shown: VNodeChild) => VNodeChild
}

const icon = () =>
  h('svg', { viewBox: '0 0 16 16', width: 16, 'aria-hidden': 'true' }, [
    h('path', { d: 'M1 8l4 4 9-9' }),
  ])

/** One cell as a page of a console would draw it. */
export function drawCell(text: string, { look }: Column, kit: Kit): VNodeChild {
  const lines = text.split('\n')
  if (look === 'tag') return lines.map((line) => kit.tag(line))
  if (look === 'link') return h('a', { href: 'javascript:;', class: 'link' }, text)
  if (look === 'icon') return h('span', [kit.icon(), ` ${text}`])
  if (look === 'copy')
    return h('div', { class: 'copyable' }, [
      h('span', { title: text }, text),
      h('button', { type: 'button', 'aria-label': 'Copy' }, [icon()]),
    ])
  if (look === 'cut')
    return h(
      'span',
      { title: text, class: 'cut' },
      text.length > 12 ? `${text.slice(0, 12)}...` : text,
    )
  if (look === 'tooltip') return kit.tooltip(text, h('span', { class: 'ellipsis' }, text))
  if (look === 'popover') return (kit.popover ?? kit.tooltip)(`${text}!`, h('span', text))
  if (look === 'lines' || lines.length > 1)
    return h(
      'div',
      lines.map((line) => h('div', line)),
    )
  if (look === 'dot') return h('span', [h('i', { class: 'dot' }), h('span', text)])
  if (look === 'buttons') return h('div', lines.flatMap((line) => line.split(' ')).map(kit.button))
  return text
}

/** A header with its eye. */
export function drawHead({ title, eye }: Column): VNodeChild {
  if (eye !== true) return title
  return h('span', { class: 'with-eye' }, [
    title,
    h('button', { type: 'button', class: 'eye', 'aria-pressed': 'false', 'aria-label': '显示' }, [
      icon(),
    ]),
  ])
}

/** The small table in an opened row. */
export const drawInner = (inner: { columns: string[]; rows: string[][] }) =>
  h('table', { class: 'inner' }, [
    h(
      'thead',
      h(
        'tr',
        inner.columns.map((title) => h('th', title)),
      ),
    ),
    h(
      'tbody',
      inner.rows.map((row) =>
        h(
          'tr',
          row.map((text) => h('td', text)),
        ),
      ),
    ),
  ])
