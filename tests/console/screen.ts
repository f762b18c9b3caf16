/** What both apps know before they draw: the words, the money and the time they were told to use. */
import type { Boot } from './assets.ts'
import { monthsBack } from './beijing.ts'
import { toParams, type Query, unwrapped, type Unwrapped } from './pages/asking.ts'
import { pages } from './pages/index.ts'
import type { Reading } from './pages/display.ts'
import type { Filter, Page, Sheet, Words } from './pages/page.ts'
import { wordingOf } from './wording/index.ts'
import { keyIn, textIn } from './wording/wording.ts'

declare global {
  interface Window {
    bootOfConsole: Boot
  }
}

const boot = window.bootOfConsole
export const { intl, now, locale } = boot
export const wording = wordingOf(boot.wording)

export const say = (words: Words): string => textIn(wording, boot.locale, boot.currency, words)
export const reading: Reading = { locale: boot.locale, currency: boot.currency, say }

/** A class name of the console's own. */
export const css = (...names: string[]): string =>
  names.map((name) => `${wording.css}-${name}`).join(' ')

export const valueIn = (row: Record<string, unknown>, key: string): unknown =>
  row[keyIn(wording, key)]

export interface Place {
  page: Page
  tab: string
  search: URLSearchParams
}

/** Where a hash such as `#/obmgr/voucher/manage?tab=issued` leads; nowhere when no page has that route. */
export function placeOf(hash: string): Place | undefined {
  const [route = '', query = ''] = hash.replace(/^#/, '').split('?')
  const page = pages.find((one) => wording.route(one.route) === route)
  const search = new URLSearchParams(query)
  return page && { page, tab: search.get('tab') ?? '', search }
}

export const hashTo = (page: Page, search: Record<string, string> = {}): string => {
  const query = new URLSearchParams(search).toString()
  return `#${wording.route(page.route)}${query === '' ? '' : `?${query}`}`
}

export function choices(filter: Filter): { value: string; text: string }[] {
  switch (filter.kind) {
    case 'month':
      return monthsBack(now, 18).map((value) => ({ value, text: value }))
    case 'year':
      return [...new Set(monthsBack(now, 18).map((value) => value.slice(0, 4)))].map((value) => ({
        value,
        text: value,
      }))
    case 'select':
      return Object.entries(filter.codes ?? {}).map(([value, text]) => ({ value, text: say(text) }))
    case 'text':
      return []
  }
}

export const isPeriod = (filter: Filter): boolean =>
  filter.kind === 'month' || filter.kind === 'year'

/** The filters as a page opens with them: the current month or year where there is one to choose. */
export const firstWhere = (sheet: Sheet): Record<string, string> =>
  Object.fromEntries(
    sheet.filters.map((filter) => [
      filter.key,
      isPeriod(filter) ? (choices(filter)[0]?.value ?? '') : '',
    ]),
  )

export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  params: Record<string, string>,
) => Promise<unknown>

export async function askRows(ask: Ask, sheet: Sheet, query: Query): Promise<Unwrapped> {
  const { method, path } = sheet.answer
  return unwrapped(
    sheet,
    wording,
    await ask(method, wording.endpoint(path), toParams(sheet, query)),
  )
}

/** The full values of one masked column for the rows of the page, asked for anew at every press. */
export async function askFull(
  ask: Ask,
  sheet: Sheet,
  query: Query,
  field: string,
): Promise<Record<string, unknown>[]> {
  const path = `${wording.endpoint(sheet.answer.path)}/sensitive`
  const body = await ask('POST', path, { ...toParams(sheet, query), field })
  return unwrapped(
    { ...sheet, answer: { ...sheet.answer, wrapper: 'retCode', list: 'list' } },
    wording,
    body,
  ).rows
}

export const searchOf = (params: Record<string, string>): string =>
  new URLSearchParams(params).toString()
