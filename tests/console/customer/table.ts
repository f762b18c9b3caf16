/** `ti-table`: tabs, rows and pages of one page of the customer side. */
import { display } from '../pages/display.ts'
import type { Query, Unwrapped } from '../pages/asking.ts'
import { type Page, type Sheet, words } from '../pages/page.ts'
import { askRows, reading, say, searchOf, valueIn } from '../screen.ts'
import { exportBar } from './export-bar.ts'
import { element } from './markup.ts'
import { pagination } from './pagination.ts'
import { askBy } from './request.ts'

export class TableElement extends HTMLElement {
  page: Page | undefined
  private sheet: Sheet | undefined
  private query: Query = { page: 1, size: 10, where: {} }
  private turn = 0

  connectedCallback(): void {
    this.choose(this.page?.sheets[0])
  }

  private choose(sheet: Sheet | undefined): void {
    if (sheet === undefined) return
    this.sheet = sheet
    this.query = { page: 1, size: sheet.pageSizes[0] ?? 10, where: { tab: sheet.id } }
    void this.load(sheet)
  }

  private async load(sheet: Sheet): Promise<void> {
    const mine = ++this.turn
    const ask = askBy(sheet.answer.method === 'POST' ? 'json' : '')
    this.draw(sheet, element('div', { class: 'loading' }, say(words('加载中…', 'Loading…'))))
    try {
      const found = await askRows(ask, sheet, this.query)
      if (mine === this.turn) this.draw(sheet, ...this.rows(sheet, found))
    } catch {
      const failed = say(words('系统繁忙，请稍后重试', 'The system is busy. Try again later.'))
      if (mine === this.turn)
        this.draw(sheet, element('div', { class: 'empty', role: 'alert' }, failed))
    }
  }

  private draw(sheet: Sheet, ...content: HTMLElement[]): void {
    this.replaceChildren(...this.tabs(sheet), ...exportBar(sheet, this.query), ...content)
  }

  private tabs(current: Sheet): HTMLElement[] {
    const sheets = this.page?.sheets ?? []
    if (sheets.length < 2) return []
    const tabs = sheets.map((sheet) =>
      element(
        'button',
        {
          class: 'tab-header',
          role: 'tab',
          type: 'button',
          'aria-selected': String(sheet === current),
          click: () => this.choose(sheet),
        },
        say(sheet.words),
      ),
    )
    return [element('ti-tabs', { class: 'tabs', role: 'tablist' }, ...tabs)]
  }

  private rows(sheet: Sheet, { rows, total }: Unwrapped): HTMLElement[] {
    const isRecords = sheet.identity === 'taskId'
    const heads = [
      ...sheet.columns.map((column) => say(column.words)),
      ...(isRecords ? [say(words('操作', 'Operation'))] : []),
    ].map((text) => element('th', { class: 'table-th' }, element('span', {}, text)))
    const lines = rows.map((row) =>
      element(
        'tr',
        {},
        ...cells(sheet, row),
        ...(isRecords ? [element('td', {}, fileLink(row))] : []),
      ),
    )
    const table = element(
      'table',
      { class: 'table' },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...lines),
    )
    const turned = (page: number, size: number): void => {
      this.query = { ...this.query, page, size }
      void this.load(sheet)
    }
    const bar = pagination({ total, ...this.query, sizes: sheet.pageSizes, turned })
    return [element('div', { class: 'table-container' }, table), bar]
  }
}

const cells = (sheet: Sheet, row: Record<string, unknown>): HTMLElement[] =>
  sheet.columns.map((column) =>
    element(
      'td',
      {},
      element('span', {}, display(column, valueIn(row, column.key), reading)),
      ...(column.also === undefined
        ? []
        : [element('div', { class: 'below' }, String(valueIn(row, column.also.key) ?? ''))]),
    ),
  )

function fileLink(row: Record<string, unknown>): HTMLElement {
  const text = say(words('下载', 'Download'))
  if (Number(valueIn(row, 'exportStatus')) !== 2)
    return element('span', { class: 'disabled' }, text)
  const search = searchOf({ taskId: String(valueIn(row, 'taskId')) })
  return element(
    'a',
    { href: `/usercenter/rest/export/v1/task/download?${search}`, download: '' },
    text,
  )
}
