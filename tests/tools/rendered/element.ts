import {
  ElAutoResizer,
  ElBreadcrumb,
  ElBreadcrumbItem,
  ElButton,
  ElConfigProvider,
  ElIcon,
  ElPagination,
  ElPopover,
  ElTabPane,
  ElTable,
  ElTableColumn,
  ElTableV2,
  ElTabs,
  ElTag,
  ElTooltip,
} from 'element-plus'
import en from 'element-plus/es/locale/lang/en'
import zh from 'element-plus/es/locale/lang/zh-cn'
import { h, type VNode, type VNodeChild } from 'vue'
import { leaves, placed, type Case, type Placed } from './case.ts'
import { drawCell, drawHead, drawInner, type Kit } from './cells.ts'

const check = () =>
  h('svg', { viewBox: '0 0 1024 1024', xmlns: 'http://www.w3.org/2000/svg' }, [
    h('path', { d: 'M1 1h9' }),
  ])
const kit: Kit = {
  tag: (text) => h(ElTag, { type: 'success' }, () => text),
  tooltip: (text, shown) => h(ElTooltip, { content: text }, () => shown),
  popover: (text, shown) => h(ElPopover, { content: text }, { reference: () => shown }),
  button: (text) => h(ElButton, { link: true, type: 'primary' }, () => text),
  icon: () => h(ElIcon, () => check()),
}

type Row = Record<string, unknown>
const rowOf = (texts: readonly string[], id: string): Row => ({
  id,
  ...Object.fromEntries(texts.map((text, at) => [`c${at}`, text])),
})

/** The page by Element Plus: its table, its virtual table, its tabs and pager. */
export function drawElement(page: Case): VNodeChild {
  const { crumbs, tabs, tab = 0, pager } = page
  const body = [
    ...(page.heading === undefined ? [] : [h('h3', page.heading)]),
    page.library === 'element-v2' ? virtual(page) : table(page),
    pager &&
      h(ElPagination, {
        layout: 'total, sizes, prev, pager, next, jumper',
        total: pager.total,
        defaultCurrentPage: pager.page,
        defaultPageSize: pager.size,
        pageSizes: [pager.size, 50, 100],
      }),
  ]
  return h(ElConfigProvider, { locale: page.lang === 'zh' ? zh : en }, () => [
    crumbs &&
      h(ElBreadcrumb, { separator: '/' }, () =>
        crumbs.map((crumb) => h(ElBreadcrumbItem, () => crumb)),
      ),
    tabs
      ? h(ElTabs, { modelValue: `t${tab}` }, () =>
          tabs.map((label, at) =>
            h(ElTabPane, { label, name: `t${at}`, lazy: true }, () => (at === tab ? body : null)),
          ),
        )
      : body,
  ])
}

function table(page: Case): VNode {
  const { rows, selection, index, expand, summary, children } = page
  const columnOf = (each: Placed): VNode => {
    if (each.below) {
      const inner = each.below
      return h(ElTableColumn, { label: each.title }, () => inner.map(columnOf))
    }
    const prop = `c${each.at}`
    return h(
      ElTableColumn,
      {
        prop,
        label: each.title,
        fixed: each.fixed ?? false,
        sortable: each.sortable ?? false,
        showOverflowTooltip: each.look === 'cut',
        minWidth: 120,
        ...(each.filters
          ? {
              filters: each.filters.map((text) => ({ text, value: text })),
              filterMethod: () => true,
            }
          : {}),
      },
      {
        default: ({ row }: { row: Row }) => drawCell(String(row[prop] ?? ''), each, kit),
        header: () => drawHead(each),
      },
    )
  }
  const data = rows.map((texts, at) => ({
    ...rowOf(texts, `r${at}`),
    ...(children?.[at]
      ? { children: children[at].map((inner, place) => rowOf(inner, `r${at}-${place}`)) }
      : {}),
  }))
  return h(
    ElTable,
    {
      data,
      border: true,
      rowKey: 'id',
      defaultExpandAll: expand !== undefined || children !== undefined,
      ...(summary
        ? { showSummary: true, summaryMethod: () => [...(selection ? [''] : []), ...summary] }
        : {}),
    },
    () => [
      selection ? h(ElTableColumn, { type: 'selection', width: 55 }) : null,
      index ? h(ElTableColumn, { type: 'index', label: '#' }) : null,
      expand
        ? h(
            ElTableColumn,
            { type: 'expand' },
            { default: () => [h('h4', expand.title), drawInner(expand)] },
          )
        : null,
      ...placed(page.columns).map(columnOf),
    ],
  )
}

function virtual(page: Case): VNode {
  const columns = leaves(page.columns).map((each, at) => ({
    key: `c${at}`,
    dataKey: `c${at}`,
    title: each.title,
    width: 160,
    ...(each.fixed ? { fixed: each.fixed } : {}),
    headerCellRenderer: () => h('div', drawHead(each) as string),
    cellRenderer: ({ cellData }: { cellData: string }) =>
      h('div', { class: 'cell' }, drawCell(cellData, each, kit) as string),
  }))
  const data = page.rows.map((texts, at) => rowOf(texts, `r${at}`))
  return h('div', { style: 'height:420px;width:1100px' }, [
    h(ElAutoResizer, null, {
      default: ({ height, width }: { height: number; width: number }) =>
        h(ElTableV2, { columns, data, height, width, fixed: true, rowKey: 'id' } as never),
    }),
  ])
}
