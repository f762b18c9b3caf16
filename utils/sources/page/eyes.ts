import { isMasked } from '@/utils/masking/mask'
import type { PageTable } from './tables'

/** One column of the page that holds masked values, or held them before it was revealed. */
export interface MaskedHeader {
  /** The same while the page shows the same table: place, header text and which of that name it is. */
  id: string
  header: string
  /** Rows whose value is masked, and rows in all. */
  masked: number
  rows: number
  /** The console's own control for this column, if one was found. */
  eye?: HTMLElement
}

const words = /eye|visib|unmask|reveal|\bshow\b|\bhide\b|\bview\b|查看|显示|隐藏|明文|脱敏/i
/** Controls that stand in headers and do something else. */
const others = /sort|filter|排序|筛选|过滤|help|帮助|setting|设置/i

/**
 * The masked columns of the tables that are shown, found by their values; a header seen before is listed with its
 * present count even when nothing in it is masked any more.
 * @param known ids seen before on this page
 */
export function maskedHeaders(
  tables: readonly PageTable[],
  place: string,
  known: ReadonlySet<string>,
): MaskedHeader[] {
  const found: MaskedHeader[] = []
  const times = new Map<string, number>()
  for (const { table, headerCells } of tables) {
    table.columns.forEach((header, column) => {
      const nth = times.get(header) ?? 0
      times.set(header, nth + 1)
      const id = `${hash(`${place}|${header}`)}-${nth}`
      let masked = 0
      let filled = 0
      for (const row of table.rows) {
        const value = row[column]
        if (typeof value !== 'string' || value === '') continue
        filled++
        if (isMasked(value)) masked++
      }
      if (masked === 0 && !(known.has(id) && filled > 0)) return
      const cell = headerCells[column]
      const eye = cell ? eyeOf(cell) : undefined
      found.push({
        id,
        header: header.slice(0, 128),
        masked,
        rows: table.rows.length,
        ...(eye ? { eye } : {}),
      })
    })
  }
  return found
}

/** The control of a header cell that shows and hides its column: by its name, title or picture; never by its class. */
export function eyeOf(cell: Element): HTMLElement | undefined {
  const candidates = [
    ...cell.querySelectorAll<HTMLElement>(
      'button, [role="button"], [role="switch"], [aria-pressed], [tabindex], a, i, svg',
    ),
  ]
  const named = candidates.filter(
    (control) => words.test(nameOf(control)) && !others.test(nameOf(control)),
  )
  const control = named[0]
  if (!control) return undefined
  const pressable = control.closest<HTMLElement>(
    'button, [role="button"], [role="switch"], a, [tabindex]',
  )
  return pressable && cell.contains(pressable) && safe(pressable)
    ? pressable
    : safe(control)
      ? control
      : undefined
}

/** Pressing must never submit or lead elsewhere. */
function safe(control: HTMLElement): boolean {
  if (
    control instanceof HTMLAnchorElement &&
    control.href !== '' &&
    !/^(?:javascript:|#$)/.test(control.getAttribute('href') ?? '')
  ) {
    return false
  }
  return !(
    control instanceof HTMLButtonElement &&
    control.type === 'submit' &&
    control.form !== null
  )
}

/** What a control is called: by its label, title, picture or, where it holds nothing else, its text. */
export function nameOf(control: Element): string {
  const labelled = control.getAttribute('aria-labelledby')
  const picture = [...control.querySelectorAll('use, img, title')].map(
    (each) =>
      `${each.getAttribute('href') ?? each.getAttribute('xlink:href') ?? ''} ${each.getAttribute('alt') ?? ''} ${each.textContent ?? ''}`,
  )
  return [
    control.getAttribute('aria-label'),
    control.getAttribute('title'),
    control.getAttribute('data-icon') ?? control.getAttribute('name'),
    labelled ? control.ownerDocument.getElementById(labelled)?.textContent : undefined,
    ...picture,
    control.children.length === 0 ? control.textContent : undefined,
  ]
    .filter(Boolean)
    .join(' ')
}

function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(36)
}
