/** The frame of the customer side: bar, menu, and the page that the hash names. */
import { pages } from '../pages/index.ts'
import { type Page, words } from '../pages/page.ts'
import { hashTo, intl, locale, placeOf, say, valueIn } from '../screen.ts'
import { element } from './markup.ts'
import { overview } from './overview.ts'
import { askBy } from './request.ts'
import { TableElement } from './table.ts'

const ask = askBy('')
const own = pages.filter((page) => page.side === 'customer')
const titleOf = (page: Page): string => page.menu.slice(-1).map(say).join('')

/** The outermost element; it knows the user before anything else is drawn. */
export class MasterRoot extends HTMLElement {
  connectedCallback(): void {
    void this.draw()
  }

  private async draw(): Promise<void> {
    const body = (await ask('GET', '/usercenter/rest/user/v1/me', {})) as Record<string, unknown>
    const user = valueIn(body, 'result') as Record<string, unknown>
    const name = String(valueIn(user, 'domain_name'))
    const query = locale === 'en-us' && !intl ? '?locale=en-us' : ''
    this.append(
      element(
        'header',
        { class: 'topbar' },
        element('strong', {}, say(words('华为云', 'Huawei Cloud'))),
        element('span', { class: 'topbar-product' }, say(words('费用与成本', 'Billing & Costs'))),
        element('span', { class: 'topbar-space' }),
        element('a', { href: `/obmgr/${query}` }, say(words('伙伴中心', 'Partner Center'))),
        element('span', { class: 'account-name', id: 'header-account-name' }, name),
      ),
      ...(!intl && valueIn(user, 'site') === 'hws_intl' ? [banner()] : []),
      element(
        'cbcusercenterwebsite-layout-default',
        {},
        document.createElement('cbcsubexpense-root'),
      ),
    )
  }
}

const banner = (): HTMLElement =>
  element(
    'div',
    { class: 'site-banner alert', role: 'alert' },
    say(
      words(
        '您的账号为国际站账号，请前往国际站访问。',
        'Your account belongs to the international site.',
      ),
    ),
    element(
      'a',
      { href: 'https://account-intl.huaweicloud.com/usercenter/' },
      say(words('前往国际站', 'Go to the international site')),
    ),
  )

/** Menu and page; drawn anew whenever the hash changes. */
export class ExpenseRoot extends HTMLElement {
  private readonly follow = (): void => this.draw()

  connectedCallback(): void {
    window.addEventListener('hashchange', this.follow)
    this.draw()
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.follow)
  }

  private draw(): void {
    const [first] = own
    if (first !== undefined && !location.hash.startsWith('#/')) location.replace(hashTo(first))
    const page = placeOf(location.hash)?.page ?? first
    const items = own.map((one) =>
      element(
        'a',
        {
          class: 'menu-item',
          href: hashTo(one),
          ...(one === page ? { 'aria-current': 'page' } : {}),
        },
        titleOf(one),
      ),
    )
    const content = element(
      'tp-layout-content',
      { class: 'main' },
      ...(page ? contentOf(page) : []),
    )
    const menu = element('cbcsubexpense-allview-menu', { class: 'menu' }, ...items)
    this.replaceChildren(element('div', { class: 'body' }, menu, content))
  }
}

function contentOf(page: Page): HTMLElement[] {
  const crumbs = page.menu.map((one) => element('span', {}, say(one)))
  const head = [
    element('nav', { class: 'breadcrumb', 'aria-label': 'breadcrumb' }, ...crumbs),
    element('h1', { class: 'title' }, titleOf(page)),
  ]
  if (page.screen === 'overview') return [...head, overview(own)]
  const table = new TableElement()
  table.page = page
  return [...head, element('div', { class: 'card' }, table)]
}
