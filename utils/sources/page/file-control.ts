import { nameOf } from './eyes'
import { isShown, textOf } from './tables/cells'

const words = /下载|download/i
/** What a link says of itself where nobody named it. */
const leadsToFile = /download|\.(?:csv|xlsx?|zip|pdf)(?:$|[?&#])/i
const pressable = 'a, button, [role="button"], [role="link"]'

/** How a row is told: by one of its ids, or by all of what was asked where it shows no id. */
export interface RowMarks {
  ids: readonly string[]
  asked: readonly string[]
}

/**
 * The console's own control that fetches the file of one export.
 * @returns undefined where no row, more than one, or none that can be pressed is shown
 */
export function fileControl(root: ParentNode, marks: RowMarks): HTMLElement | undefined {
  const rows = [...root.querySelectorAll('tr, [role="row"]')].filter(isShown)
  const named = rows.filter((row) => marks.ids.some((id) => id !== '' && holds(row, id)))
  const meant =
    named.length > 0
      ? named
      : rows.filter(
          (row) => marks.asked.length > 0 && marks.asked.every((text) => holds(row, text)),
        )
  const lines = meant.map((row) => [row, ...besides(row, rows)])
  const controls = new Set(lines.flatMap((line) => line.flatMap((row) => controlOf(row) ?? [])))
  return controls.size === 1 ? [...controls][0] : undefined
}

/** Whole words only: EXP1 is not EXP10. */
function holds(row: Element, text: string): boolean {
  const all = textOf(row)
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
    const [before = '', after = ''] = [all[at - 1], all[at + text.length]]
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return true
  }
  return false
}

/** Columns pinned beside a table are rows of their own, at the same place of as many. */
function besides(row: Element, rows: readonly Element[]): Element[] {
  const bodyOf = (each: Element) => each.parentElement
  const body = bodyOf(row)
  const inBody = rows.filter((each) => bodyOf(each) === body)
  const at = inBody.indexOf(row)
  const others = new Set(rows.map(bodyOf).filter((each) => each !== body))
  return [...others].flatMap((other) => {
    const same = rows.filter((each) => bodyOf(each) === other)
    const pinned = same.length === inBody.length && same[at]
    return pinned ? [pinned] : []
  })
}

function controlOf(row: Element): HTMLElement | undefined {
  const controls = [...row.querySelectorAll<HTMLElement>(pressable)].filter(
    (each) => isShown(each) && !isOff(each),
  )
  const inner = (each: HTMLElement) => `${nameOf(each)} ${textOf(each)}`
  return (
    controls.find((each) => words.test(inner(each))) ??
    controls.find(
      (each) => each.hasAttribute('download') || leadsToFile.test(each.getAttribute('href') ?? ''),
    )
  )
}
const isOff = (control: Element): boolean =>
  control.hasAttribute('disabled') || control.getAttribute('aria-disabled') === 'true'

/** The address a control leads to by itself; undefined for one that only does something when pressed. */
export function linkOf(control: HTMLElement): string | undefined {
  const { href } = control as Partial<HTMLAnchorElement>
  return href && /^https?:/.test(href) && !/^#|^$/.test(control.getAttribute('href') ?? '')
    ? href
    : undefined
}
