import {
  Breadcrumb,
  BreadcrumbItem,
  Button,
  Grid,
  GridColumn,
  Pager,
  Popover,
  TabItem,
  Tabs,
  Tag,
  Tooltip,
} from '@opentiny/vue'
import locale, { enUS, zhCN } from '@opentiny/vue-locale'
import { h, type Component, type VNode, type VNodeChild } from 'vue'
import { placed, type Case, type Placed } from './case.ts'
import { drawCell, drawHead, drawInner, type Kit } from './cells.ts'

const part = (component: unknown) => component as Component
const kit: Kit = {
  tag: (text) => h(part(Tag), { type: 'success' }, () => text),
  tooltip: (text, shown) => h(part(Tooltip), { content: text }, () => shown),
  popover: (text, shown) => h(part(Popover), { content: text }, { reference: () => shown }),
  button: (text) => h(part(Button), { type: 'text' }, () => text),
  icon: () => h('svg', { class: 'tiny-svg' }, [h('path', { d: 'M0 0h8' })]),
}
const rowOf = (texts: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(texts.map((text, at) => [`c${at}`, text]))

/** The page by OpenTiny Vue: its grid, its pager, its tabs. */
export function drawTiny(page: Case): VNodeChild {
  locale.use(page.lang === 'zh' ? zhCN : enUS)
  const { crumbs, tabs, tab = 0, pager } = page
  const body = () => [
    page.heading === undefined ? null : h('h3', page.heading),
    grid(page),
    pager &&
      h(part(Pager), {
        mode: 'number',
        total: pager.total,
        currentPage: pager.page,
        pageSize: pager.size,
        pageSizes: [pager.size, 50, 100],
        layout: 'total, sizes, prev, pager, next, jumper',
      }),
  ]
  return h('div', [
    crumbs &&
      h(part(Breadcrumb), () =>
        crumbs.map((label) => h(part(BreadcrumbItem), { label }, () => label)),
      ),
    tabs
      ? h(part(Tabs), { modelValue: `t${tab}` }, () =>
          tabs.map((title, at) =>
            h(part(TabItem), { key: at, title, name: `t${at}` }, () =>
              at === tab ? body() : null,
            ),
          ),
        )
      : body(),
  ])
}

function grid(page: Case): VNode {
  const { rows, selection, radio, index, expand, summary, children, virtual } = page
  const columnOf = (each: Placed): VNode => {
    if (each.below) {
      const inner = each.below
      return h(part(GridColumn), { title: each.title }, () => inner.map(columnOf))
    }
    const { at } = each
    return h(
      part(GridColumn),
      {
        field: `c${at}`,
        title: each.title,
        width: 160,
        treeNode: children !== undefined && at === 0,
        ...(each.fixed ? { fixed: each.fixed } : {}),
        ...(each.sortable ? { sortable: true } : {}),
        ...(each.look === 'cut' ? { showOverflow: 'tooltip' } : {}),
        ...(each.filters
          ? {
              filter: {
                multi: true,
                enumable: true,
                values: each.filters.map((label) => ({ label, value: label })),
              },
            }
          : {}),
      },
      {
        default: ({ row }: { row: Record<string, unknown> }) =>
          drawCell(String(row[`c${at}`] ?? ''), each, kit),
        ...(each.eye ? { header: () => drawHead(each) } : {}),
      },
    )
  }
  const data = rows.map((texts, at) => ({
    ...rowOf(texts),
    ...(children?.[at] ? { children: children[at].map(rowOf) } : {}),
  }))
  return h(
    part(Grid),
    {
      data,
      border: true,
      ...(virtual ? { height: 300, optimization: { scrollY: { gt: 5 } } } : {}),
      ...(children ? { treeConfig: { children: 'children', expandAll: true } } : {}),
      ...(expand ? { expandConfig: { expandAll: true } } : {}),
      ...(summary
        ? {
            showFooter: true,
            footerMethod: () => [
              [...(selection || radio ? [''] : []), ...(index ? [''] : []), ...summary],
            ],
          }
        : {}),
    },
    () => [
      index ? h(part(GridColumn), { type: 'index', width: 60 }) : null,
      selection ? h(part(GridColumn), { type: 'selection', width: 60 }) : null,
      radio ? h(part(GridColumn), { type: 'radio', width: 60 }) : null,
      expand
        ? h(
            part(GridColumn),
            { type: 'expand', width: 60 },
            {
              default: () => [h('h4', expand.title), drawInner(expand)],
            },
          )
        : null,
      ...placed(page.columns).map(columnOf),
    ],
  )
}
