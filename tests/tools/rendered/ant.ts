import {
  Breadcrumb,
  BreadcrumbItem,
  Button,
  ConfigProvider,
  Popover,
  TabPane,
  Table,
  Tabs,
  Tag,
  Tooltip,
  TypographyText,
} from 'ant-design-vue'
import en from 'ant-design-vue/es/locale/en_US'
import zh from 'ant-design-vue/es/locale/zh_CN'
import { h, type VNode, type VNodeChild } from 'vue'
import { placed, type Case, type Placed } from './case.ts'
import { drawCell, drawHead, drawInner, type Kit } from './cells.ts'

const kit: Kit = {
  tag: (text) => h(Tag, { color: 'green' }, () => text),
  tooltip: (text, shown) => h(Tooltip, { title: text }, () => shown),
  popover: (text, shown) => h(Popover, { content: text }, () => shown),
  button: (text) => h(Button, { type: 'link', size: 'small' }, () => text),
  icon: () =>
    h('span', { role: 'img', class: 'anticon' }, [h('svg', [h('path', { d: 'M0 0h8' })])]),
}
type Row = Record<string, unknown>
interface AntColumn {
  title: VNodeChild
  key: string
  dataIndex?: string
  fixed?: 'left' | 'right'
  children?: AntColumn[]
  [more: string]: unknown
}
const rowOf = (texts: readonly string[], key: string): Row => ({
  key,
  ...Object.fromEntries(texts.map((text, at) => [`c${at}`, text])),
})

/** The page by Ant Design Vue: its table with its own pager, its tabs. */
export function drawAnt(page: Case): VNodeChild {
  const { crumbs, tabs, tab = 0 } = page
  const body = () => [page.heading === undefined ? null : h('h3', page.heading), table(page)]
  return h(ConfigProvider, { locale: page.lang === 'zh' ? zh : en }, () => [
    crumbs && h(Breadcrumb, () => crumbs.map((crumb) => h(BreadcrumbItem, () => crumb))),
    tabs
      ? h(Tabs, { activeKey: `t${tab}` }, () =>
          tabs.map((label, at) =>
            h(TabPane, { key: `t${at}`, tab: label }, () => (at === tab ? body() : null)),
          ),
        )
      : body(),
  ])
}

function table(page: Case): VNode {
  const { expand, pager, selection, radio, summary, children, virtual } = page
  const columnOf = (each: Placed): AntColumn => {
    if (each.below)
      return { title: each.title, key: each.title, children: each.below.map(columnOf) }
    const key = `c${each.at}`
    return {
      title: drawHead(each),
      key,
      dataIndex: key,
      ellipsis: each.look === 'cut',
      width: 140,
      ...(each.fixed ? { fixed: each.fixed } : {}),
      ...(each.sortable ? { sorter: true } : {}),
      ...(each.filters ? { filters: each.filters.map((text) => ({ text, value: text })) } : {}),
      customRender: ({ text }: { text?: string }) =>
        each.look === 'copy'
          ? h(TypographyText, { copyable: true, content: text ?? '' })
          : drawCell(text ?? '', each, kit),
    }
  }
  const columns = placed(page.columns).map(columnOf)
  const dataSource = page.rows.map((texts, at) => ({
    ...rowOf(texts, `r${at}`),
    ...(children?.[at]
      ? { children: children[at].map((inner, place) => rowOf(inner, `r${at}-${place}`)) }
      : {}),
  }))
  return h(
    Table as never,
    {
      columns,
      dataSource,
      bordered: true,
      defaultExpandAllRows: true,
      scroll: { x: 1600, ...(virtual ? { y: 240 } : {}) },
      ...(selection || radio ? { rowSelection: { type: radio ? 'radio' : 'checkbox' } } : {}),
      pagination: pager
        ? {
            total: pager.total,
            current: pager.page,
            pageSize: pager.size,
            showSizeChanger: true,
            showQuickJumper: true,
            showTotal: (total: number, [from, to]: [number, number]) =>
              page.lang === 'zh' ? `共 ${total} 条` : `${from}-${to} of ${total} items`,
          }
        : false,
    },
    {
      ...(expand ? { expandedRowRender: () => [h('h4', expand.title), drawInner(expand)] } : {}),
      ...(summary
        ? {
            summary: () =>
              h('tr', [
                ...(selection || radio ? [h('td', '')] : []),
                ...summary.map((text) => h('td', text)),
              ]),
          }
        : {}),
    },
  )
}
