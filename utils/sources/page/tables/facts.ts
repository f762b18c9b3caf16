import { isShown, textOf } from './cells'

/** What a page says of itself around its tables. */
export interface Facts {
  url: string
  title: string
  breadcrumb?: string[]
  tab?: string
  /** The month or year that the filter line names, where it names one only. */
  filters?: string
  language?: 'zh' | 'en'
}

const short = (text: string | null | undefined) =>
  (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 128)

/** Title, way through the menu, selected tab and language of the page as it is now. */
export function pageFactsOf(page: Document): Facts {
  const breadcrumb = breadcrumbOf(page)
  const said = [...page.querySelectorAll(selectedTabs)]
  const tab = short(
    (said.length > 0 ? said : tabsInFront(page))
      .filter(isShown)
      .map((each) => textOf(each))
      .join(' '),
  )
  const heading = [...page.querySelectorAll('h1, h2')].find(
    (each) => isShown(each) && !each.closest('nav, [role="navigation"], aside'),
  )
  const title = short(
    [page.title, heading ? textOf(heading) : ''].filter((each) => each !== '').join(' · '),
  ).slice(0, 512)
  const filters = periodOf(page)
  const language = languageOf(page, `${title} ${breadcrumb.join(' ')}`)
  return {
    url: (page.location?.href ?? '').slice(0, 4096),
    title,
    ...(breadcrumb.length > 0 ? { breadcrumb } : {}),
    ...(tab === '' ? {} : { tab }),
    ...(filters === undefined ? {} : { filters }),
    ...(language ? { language } : {}),
  }
}

/** An entry of a list is a tab too. */
const selectedTabs = ':is([role="tab"],li:not([role]))[aria-selected="true"]'

const ofTabs = /(?:^|[-_\s])tabs?(?:[-_\s]|$)/i
const inFront = /[-_\s](?:active|selected)(?:\s|$)/i
/** Tabs that say by a word of their class alone that they are in front, which just one of a row says. */
const tabsInFront = (page: Document): Element[] =>
  [...page.querySelectorAll('[class*="active"], [class*="selected"]')].filter(
    ({ className, parentElement }) =>
      ofTabs.test(className) &&
      inFront.test(className) &&
      (parentElement?.childElementCount ?? 0) > 1 &&
      [...(parentElement?.children ?? [])].filter((each) => inFront.test(each.className)).length ===
        1,
  )

/** Periods that the page's own filters name, chosen in a field or written beside their label; two different ones say nothing of a row. */
function periodOf(page: Document): string | undefined {
  const all = [...chosenPeriods(page), ...writtenPeriods(page)]
  // The year of a month is no other period.
  const named = new Set(all.filter((each) => !all.some((other) => other.startsWith(`${each}-`))))
  const [period] = named
  return named.size === 1 ? period : undefined
}

const period = /^(20\d{2})(?:\s*[-/年.]\s*(\d{1,2})\s*月?)?年?$/
function plainPeriod(text: string): string | undefined {
  const [found, year, month] = period.exec(text.trim()) ?? []
  if (found === undefined) return undefined
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`
}

function* chosenPeriods(page: Document): Iterable<string> {
  for (const field of page.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
    'select, input',
  )) {
    if (field.type === 'hidden' || field.type === 'password' || field.value.length > 10) continue
    const found = plainPeriod(field.value)
    if (found !== undefined && isShown(field)) yield found
  }
}

/** How many elements are looked at for a written filter: more than stand above a table. */
const looked = 2000
const labelled =
  /^(?:消费时间|年[份度]|.?.?(?:月份|周期|账期|期次)|spent on|(?:\w+ )?(?:cycle|period|month|year))\s*[:：]?\s*(.{0,20})$/i

const beside = /^(?:TABLE|NAV|ASIDE|svg|SCRIPT|STYLE|SELECT)$/
/** A filter line as text: 消费时间：2026年8月, in one element or with its value in the next. */
function* writtenPeriods(page: Document): Iterable<string> {
  const walker = page.createTreeWalker(page.body ?? page, 1, (node) =>
    beside.test(node.nodeName) ? 2 : 1,
  )
  for (let left = looked; left > 0; left--) {
    const each = walker.nextNode() as Element | null
    if (!each) return
    // The text an element begins with; its value may be in the element after that.
    const [found, inside] = labelled.exec(each.firstChild?.nodeValue?.trim() ?? '') ?? []
    if (found === undefined || !isShown(each)) continue
    const period = plainPeriod(
      inside || textOf(each.firstElementChild ?? each.nextElementSibling ?? each),
    )
    if (period !== undefined) yield period
  }
}

function breadcrumbOf(page: Document): string[] {
  const trail =
    page.querySelector(
      '[aria-label*="breadcrumb" i], [aria-label*="面包屑"], [role="navigation"] ol, nav > ol',
    ) ?? page.querySelector('[class*="crumb" i]')
  if (!trail || !isShown(trail)) return []
  const steps = [...trail.querySelectorAll('a, span, li')].filter(
    (each) => each.children.length === 0,
  )
  return steps
    .map((each) => short(each.textContent))
    .filter((each) => each !== '' && !/^[/>›»]$/.test(each))
    .slice(0, 12)
}

function languageOf(page: Document, words: string): 'zh' | 'en' | undefined {
  const asked = /[?&]locale=(zh|en)/i.exec(page.location?.href ?? '')?.[1]?.toLowerCase()
  if (asked === 'zh' || asked === 'en') return asked
  const declared = /^(zh|en)/i.exec(page.documentElement.lang)?.[1]?.toLowerCase()
  if (declared === 'zh' || declared === 'en') return declared
  if (words.trim() === '') return undefined
  return /[\u3400-\u9fff]/.test(words) ? 'zh' : 'en'
}
