/** 总览: cards that lead to the other pages. */
import type { Page } from '../pages/page.ts'
import { hashTo, say } from '../screen.ts'
import { element } from './markup.ts'

export const overview = (pages: Page[]): HTMLElement =>
  element(
    'cbcsubexpense-allview-hk',
    { class: 'card' },
    element(
      'div',
      { class: 'ways' },
      ...pages
        .filter((page) => page.screen !== 'overview')
        .map((page) => element('a', { href: hashTo(page) }, page.menu.slice(-1).map(say).join(''))),
    ),
  )
