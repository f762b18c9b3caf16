/** `ti-pagination`: total, size of a page, and the way to the others. */
import { words } from '../pages/page.ts'
import { say } from '../screen.ts'
import { element } from './markup.ts'

interface Pagination {
  total: number
  page: number
  size: number
  sizes: number[]
  turned(page: number, size: number): void
}

export function pagination({ total, page, size, sizes, turned }: Pagination): HTMLElement {
  const last = Math.max(1, Math.ceil(total / size))
  const button = (text: string, label: string, to: number): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        'aria-label': label,
        click: () => turned(to, size),
        ...(to < 1 || to > last ? { disabled: '' } : {}),
        ...(to === page ? { 'aria-current': 'page' } : {}),
      },
      text,
    )
  const select = element('select', { 'aria-label': say(words('每页条数', 'Records per page')) })
  for (const one of sizes) {
    const option = element(
      'option',
      { value: String(one), ...(one === size ? { selected: '' } : {}) },
      String(one),
    )
    select.append(option)
  }
  select.addEventListener('change', () => {
    if (select instanceof HTMLSelectElement) turned(1, Number(select.value))
  })
  const numbers = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => Math.abs(number - page) < 4,
  )
  return element(
    'ti-pagination',
    { class: 'pager pagination' },
    element(
      'span',
      { class: 'pager-total' },
      `${say(words('总条数：', 'Total Records: '))}${total}`,
    ),
    select,
    button('‹', say(words('上一页', 'Previous page')), page - 1),
    ...numbers.map((number) => button(String(number), String(number), number)),
    button('›', say(words('下一页', 'Next page')), page + 1),
  )
}
