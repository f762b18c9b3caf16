import { isShown } from '@/utils/sources/page/tables/cells'

/** What of the page must stay as it is while eyes are pressed. */
export interface Layout {
  href: string
  dialogs: number
  passwords: number
}

export function layoutOf(page: Document): Layout {
  const shown = (selector: string) => [...page.querySelectorAll(selector)].filter(isShown).length
  return {
    href: page.location.href,
    dialogs: shown('dialog[open], [role="dialog"], [role="alertdialog"]'),
    passwords: shown('input[type="password"]'),
  }
}

/** Why pressing must stop; undefined while the page is as it was. */
export function troubleOf(before: Layout, now: Layout): 'login' | 'layout' | undefined {
  if (now.passwords > before.passwords) return 'login'
  return now.href !== before.href || now.dialogs > before.dialogs ? 'layout' : undefined
}
