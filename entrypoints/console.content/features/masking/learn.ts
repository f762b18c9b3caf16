import type { LearnedEye } from '@/utils/messaging/protocol'
import { around, holds, isSafe, pathTo, type PageColumn } from '@/utils/sources/page/eyes'

/** A press of the user's counts as the cause of what becomes readable within this time, in ms. */
const causeMs = 8000

interface Pressed {
  target: Element
  at: number
  before: readonly PageColumn[]
}

/**
 * Learns controls by watching: when a masked column becomes readable after a press of the user's, what was pressed is
 * its eye. Kept is where it stands, no text and no value.
 */
export function createLearning(place: () => string, now: () => number) {
  let pressed: Pressed | undefined
  return {
    pressed(target: Element, before: readonly PageColumn[]): void {
      pressed = before.some(({ masked }) => masked > 0) ? { target, before, at: now() } : undefined
    },
    /** @returns what the last press taught, once */
    settled(columns: readonly PageColumn[]): LearnedEye | undefined {
      if (!pressed) return undefined
      if (now() - pressed.at > causeMs) {
        pressed = undefined
        return undefined
      }
      const { target, before } = pressed
      for (const was of before) {
        const column = columns.find(({ id }) => id === was.id)
        if (!column || column.masked >= was.masked) continue
        pressed = undefined
        return eyeOf(target, was, place())
      }
      return undefined
    },
  }
}

function eyeOf(target: Element, was: PageColumn, place: string): LearnedEye | undefined {
  const control = controlAround(target)
  if (!isSafe(control)) return undefined
  const cell = was.cells.find(({ element }) => holds(element, control))?.element
  const header = was.headerCell && holds(was.headerCell, control) ? was.headerCell : undefined
  const scope = header ? 'column' : cell ? 'cell' : 'page'
  const path = pathTo(control, header ?? cell ?? control.ownerDocument.documentElement)
  return path === undefined || path === '' || path.length > 1024
    ? undefined
    : { place, column: was.id, scope, path }
}

/** A press on a line of a picture is one on the picture, and on the button around it. */
function controlAround(target: Element): Element {
  let control = target.closest('svg') ?? target
  for (
    let each: Element | undefined = control, step = 0;
    each && step < 4;
    each = around(each), step++
  )
    if (each.matches('button, [role="button"], [role="switch"], a, [tabindex]')) control = each
  return control
}
