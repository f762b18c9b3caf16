import { isShown } from '../tables/cells'
import { allWithin, around, holds } from './roots'
import { drawsEye } from './shape'

/** What names an eye for certain, wherever it stands. */
const surely =
  /(?<![a-z])eye(?![a-z])|visib|unmask|reveal|sensitive|plain ?text|明文|脱敏|敏感|小眼睛/i
/** What an eye is called too, where it stands in a header or a cell with hidden values. */
const maybe = /(?<![a-z])(?:show|hide|view)(?![a-z])|查看|显示|隐藏/i
/** Controls that stand there as well and do something else. */
const others =
  /sort|filter|help|setting|detail|more|edit|delete|download|export|log|history|tip|排序|筛选|过滤|帮助|设置|详情|详细|更多|编辑|删除|下载|导出|日志|列/i

const pressable =
  'button, [role="button"], [role="switch"], [aria-pressed], [tabindex], a, input, label'
const candidates = `${pressable}, i, svg, img`
/** What opens something, leads somewhere or chooses: never an eye. */
const never =
  '[role="menuitem"], [role="option"], [role="tab"], [role="link"], [aria-haspopup]:not([aria-haspopup="false"]), [download], [formaction], [disabled], [aria-disabled="true"], summary, select, input:not([type="button"])'

/** The first eye in a header or a cell: by its name, title, icon reference or shape; never by its class. */
export function eyeIn(place: Element): Element | undefined {
  return allWithin(place, candidates)
    .filter((each) => isEye(each, false))
    .map((each) => pressableOf(each, place))
    .find((each) => each !== undefined)
}

/** Eyes that stand in no table: one of them may show the whole page. Only names that leave no doubt count. */
export function pageEyes(root: ParentNode, isInTable: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  for (const each of root.querySelectorAll(candidates)) {
    if (!isEye(each, true) || isInTable(each) || isByPassword(each) || !isShown(each)) continue
    const control = pressableOf(each)
    if (control && !found.includes(control)) found.push(control)
  }
  return found
}

/** The eye of a password field shows what the user types, no column. */
const isByPassword = (element: Element) =>
  [element.parentElement, element.parentElement?.parentElement].some((each) =>
    each?.querySelector('input[type="password"]'),
  )

function isEye(element: Element, onPage: boolean): boolean {
  const name = nameOf(element)
  if (others.test(name)) return false
  if (surely.test(name) || (!onPage && maybe.test(name))) return true
  return name.trim() === '' && element.tagName.toLowerCase() === 'svg' && drawsEye(element)
}

/** What takes the press for a picture: the control around it, else the picture itself; nothing where that is unsafe. */
function pressableOf(element: Element, within?: Element): Element | undefined {
  for (let each: Element | undefined = element; each; each = around(each)) {
    if (each.matches(pressable) && (!within || holds(within, each)))
      return isSafe(each) ? each : undefined
    if (each === within || each.tagName === 'BODY') break
  }
  return isSafe(element) ? element : undefined
}

/** Pressing must never submit, lead elsewhere or open a menu. */
export function isSafe(control: Element): boolean {
  for (let each: Element | undefined = control; each; each = around(each)) {
    if (each.matches(never)) return false
    const address = each.getAttribute('href')
    if (each.tagName === 'A' && address !== null && !/^javascript:\s*(?:void|;|$)/i.test(address))
      return false
    const type = each.getAttribute('type')?.toLowerCase()
    if (each.tagName === 'BUTTON' && (type === 'submit' || type === 'reset')) return false
    // In a form a button without a type submits.
    if (each.tagName === 'BUTTON' && type !== 'button' && each.closest('form')) return false
    if (each.tagName === 'LABEL' && (each as HTMLLabelElement).control?.matches(never)) return false
  }
  return true
}

/** One press, as the page's own handlers see it. */
export function press(control: Element): void {
  if (control instanceof HTMLElement) control.click()
  else
    control.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }),
    )
}

/** What a control is called: by its label, title, picture or, where it holds nothing else, its text. */
export function nameOf(control: Element): string {
  const labelled = control.getAttribute('aria-labelledby')
  const picture = [...control.querySelectorAll('use, img, title, [aria-label], [data-icon]')].map(
    (each) =>
      `${reference(each)} ${each.getAttribute('aria-label') ?? ''} ${each.getAttribute('data-icon') ?? ''} ${each.tagName.toLowerCase() === 'title' ? (each.textContent ?? '') : ''}`,
  )
  return [
    control.getAttribute('aria-label'),
    control.getAttribute('title'),
    control.getAttribute('data-icon') ?? control.getAttribute('name'),
    reference(control),
    labelled ? control.ownerDocument.getElementById(labelled)?.textContent : undefined,
    ...picture,
    control.children.length === 0 ? control.textContent?.slice(0, 40) : undefined,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a picture is called by its address: `#icon-eye`, `/img/eye.svg`. */
function reference(picture: Element): string {
  const address =
    picture.getAttribute('href') ??
    picture.getAttribute('xlink:href') ??
    picture.getAttribute('src') ??
    ''
  const name = address.startsWith('data:') || picture.tagName === 'A' ? '' : address
  return `${name.split(/[?]/)[0]?.split('/').at(-1) ?? ''} ${picture.getAttribute('alt') ?? ''}`
}
