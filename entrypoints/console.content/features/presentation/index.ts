import type { Order } from '@/utils/messaging/protocol'
import type { Start } from '../feature'
import {
  coveredCells,
  looksPersonal,
  natureOf,
  saysNothing,
  looksLikeAmount,
} from '@/utils/masking/plain'
import { rootsOf } from '@/utils/sources/page/eyes'
import { tablesOfPage } from '@/utils/sources/page/tables'
import { textOf } from '@/utils/sources/page/tables/cells'
import {
  amountsMark,
  cellSelector,
  cover,
  coverShadow,
  lift,
  mark,
  unmark,
  unmarkAll,
} from './marks'
import { createTitles } from './titles'
import { coverText, reviewTexts, textsIn } from './words'

let stop: (() => void) | undefined
/** Whether this document is covered now. */
export const isPresenting = (): boolean => stop !== undefined

/** Longest wait between a change of the page and the look at what of it may be shown, in ms. Covering does not wait. */
const lookMs = 80

/**
 * Presentation mode in one document. The style sheet covers every cell; this lifts the cover of what is harmless, and
 * covers personal values that stand elsewhere. A change covers at once, before it is painted; lifting comes after.
 */
export function followPresentation(): (start: Pick<Start, 'presenting'>) => void {
  const set = (on: boolean, amounts: boolean) => {
    stop?.()
    stop = on ? present(amounts) : undefined
    const { documentElement: root } = document
    if (on) root.removeAttribute(mark)
    // The registered style sheet stays in this document until it is loaded anew.
    else if (isCoveredByBirth()) root.setAttribute(mark, 'off')
  }
  chrome.runtime.onMessage.addListener((order: Order) => {
    if (order.order === 'present') set(order.on, order.amounts)
    return undefined
  })
  // Known before the worker could be asked, where the style sheet is there already.
  if (isCoveredByBirth()) set(true, amountsFromBirth())
  return ({ presenting }) => {
    if (presenting && !isPresenting()) set(true, presenting.amounts)
    else if (!presenting && isCoveredByBirth()) set(false, false)
  }
}

const property = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() === '1'
const isCoveredByBirth = () => document.documentElement !== null && property('--partner-lens-cover')
const amountsFromBirth = () => property('--partner-lens-amounts')

function present(amounts: boolean): () => void {
  const whole = new AbortController()
  const titles = createTitles()
  const observers = new Map<Node, MutationObserver>()
  let secrets = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    timer = undefined
    const seen = new Set<string>()
    const judged = new Set<Element>()
    for (const root of rootsOf(document)) {
      if (root instanceof ShadowRoot) coverShadow(root, true)
      watch(root)
      judgeTables(root, judged, seen)
      judgeOthers(root, judged)
    }
    secrets = seen
    for (const root of rootsOf(document)) {
      reviewTexts(root, secrets, amounts)
      for (const text of textsIn(root === document ? document.documentElement : root))
        coverText(text, secrets, amounts)
      titles.look(root, secrets, amounts)
    }
  }
  const soon = () => (timer ??= setTimeout(look, lookMs))

  function judgeTables(root: ParentNode, judged: Set<Element>, seen: Set<string>): void {
    for (const { table, cells } of tablesOfPage(root, { source: 'page' })) {
      const texts = cells.map((row) => row.map((cell) => (cell ? textOf(cell) : undefined)))
      const covered = coveredCells(table.columns, texts, { amounts })
      cells.forEach((row, at) =>
        row.forEach((cell, column) => {
          if (!cell || judged.has(cell)) return
          judged.add(cell)
          if (!covered[at]?.[column]) return lift(cell)
          unmark(cell)
          for (const line of (texts[at]?.[column] ?? '').split('\n'))
            if (seen.size < 2000 && line.length > 1 && !saysNothing(line)) seen.add(line.trim())
        }),
      )
    }
  }
  /** Cells of no table stay covered unless their label or they themselves say that they are harmless. */
  function judgeOthers(root: ParentNode, judged: Set<Element>): void {
    for (const element of root.querySelectorAll(cellSelector)) {
      if (judged.has(element) || element.querySelector('table')) continue
      const text = valueOf(element)
      const nature = natureOf(labelOf(element))
      const harmless =
        nature !== 'personal' &&
        !looksPersonal(text) &&
        !(amounts && (nature === 'amount' || looksLikeAmount(text))) &&
        (nature !== 'unknown' || element.matches('input, textarea'))
      if (saysNothing(text) || harmless) lift(element)
      else unmark(element)
    }
  }

  /** In the same turn as the change, so before it is painted. */
  function changed(records: MutationRecord[]): void {
    for (const { target, addedNodes, type } of records) {
      if (type === 'attributes') continue
      const element = target instanceof Element ? target : target.parentElement
      const cell = element?.closest(cellSelector)
      if (cell?.getAttribute(mark) === 'ok') unmark(cell)
      if (target.nodeType === 3) coverText(target as Text, secrets, amounts)
      for (const added of addedNodes) {
        if (added.nodeType === 3) coverText(added as Text, secrets, amounts)
        else if (added.nodeType === 1)
          for (const text of textsIn(added)) coverText(text, secrets, amounts)
      }
    }
    titles.page(secrets, amounts)
    soon()
  }
  function watch(root: Node): void {
    if (observers.has(root)) return
    const observer = new MutationObserver(changed)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['title', 'alt'],
    })
    observers.set(root, observer)
  }

  if (amounts) document.documentElement.setAttribute(amountsMark, '')
  watch(document)
  addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof Element) unmark(target)
      soon()
    },
    { signal: whole.signal, capture: true },
  )
  if (document.body) look()
  return () => {
    whole.abort()
    clearTimeout(timer)
    for (const [root, observer] of observers) {
      observer.disconnect()
      if (root instanceof ShadowRoot) coverShadow(root, false)
    }
    for (const root of rootsOf(document)) unmarkAll(root)
    document.documentElement.removeAttribute(amountsMark)
    titles.restore()
  }
}

const valueOf = (element: Element): string =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value
    : textOf(element)

/** What stands before a value and says what it is: its `dt`, its label, the cell before it. */
function labelOf(element: Element): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return `${element.labels?.[0]?.textContent ?? ''} ${element.getAttribute('aria-label') ?? ''} ${element.placeholder} ${element.name}`.trim()
  const before = element.previousElementSibling
  return before ? textOf(before).replace(/\s*[:：]$/, '') : ''
}

/** Something the console did not hide again: covered by the same means, outside presentation mode too. */
export function coverCells(cells: readonly Element[], covered: boolean): void {
  for (const cell of cells) {
    const style = (cell as HTMLElement).style
    if (covered) {
      cover(cell)
      style?.setProperty('-webkit-text-fill-color', 'transparent', 'important')
      style?.setProperty('user-select', 'none', 'important')
    } else if (cell.getAttribute(mark) === 'hide') {
      unmark(cell)
      style?.removeProperty('-webkit-text-fill-color')
      style?.removeProperty('user-select')
    }
  }
}
