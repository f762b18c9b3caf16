/** The one attribute we set in the page: `ok` lifts the cover of a cell, `hide` covers anything else. It holds no value. */
export const mark = 'data-partner-lens'
export const amountsMark = 'data-partner-lens-amounts'
/** Whatever the style sheet covers until it is known to be harmless. */
export const cellSelector =
  "td, dd, [role='gridcell'], [role='cell'], textarea, input:not([type='button'], [type='submit'], [type='checkbox'], [type='radio'])"

const said = { ok: 'ok', hide: 'hide' } as const

export function lift(element: Element): void {
  if (element.getAttribute(mark) !== said.ok) element.setAttribute(mark, said.ok)
}
export function cover(element: Element): void {
  if (element.getAttribute(mark) !== said.hide) element.setAttribute(mark, said.hide)
}
export const unmark = (element: Element): void => element.removeAttribute(mark)

export function unmarkAll(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[${mark}]`)) unmark(element)
}

/** Style sheets of the page end at a shadow root: what stands in one is covered by a sheet of its own. */
const inShadow = `[${mark}='hide'], [${mark}='hide'] *, :is(td, dd, [role='gridcell'], [role='cell']):not([${mark}='ok']), :is(td, dd):not([${mark}='ok']) * { -webkit-text-fill-color: transparent !important; text-shadow: none !important; user-select: none !important }`
let sheet: CSSStyleSheet | undefined

export function coverShadow(root: ShadowRoot, covered: boolean): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(inShadow)
  }
  const others = [...root.adoptedStyleSheets].filter((each) => each !== sheet)
  if (covered && others.length < root.adoptedStyleSheets.length) return
  root.adoptedStyleSheets = covered ? [...others, sheet] : others
}
