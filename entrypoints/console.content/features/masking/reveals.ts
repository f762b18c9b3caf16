import type { MaskedColumn } from '@/utils/messaging/protocol'
import {
  controlOf,
  elementsOf,
  isSafe,
  type Control,
  type PageColumn,
} from '@/utils/sources/page/eyes'
import { endAfter, isOver, type End } from './ends'

/** PRIV-05: presses at least so far apart; one without effect in this time failed. In ms. */
const paceMs = 1000
const effectMs = 8000
export const mostAGesture = 20

export type Why = 'column' | 'all' | 'kind' | 'set' | 'key' | 'keep'

/** What the user asked for with one press. */
export interface Asked {
  columns: readonly string[] | 'all'
  seconds: number
  /** Rows that come later are shown too, while the time lasts. */
  keep: boolean
  why: Why
  /** Presses left for this gesture; frames of a page share them. */
  most: number
}

interface Reveal extends End {
  id: string
  header: string
  control: Control
  why: Why
  keep: boolean
  left: number
  /** Cells that were masked before. */
  hidden: number
}

/** A line of the audit list; no value. */
export interface Noted {
  id: string
  at: number
  header: string
  why: Why
  /** How long it was shown; absent while it is. */
  seconds?: number
}

export interface Reach {
  columns(): PageColumn[]
  learned(): readonly (Control & { column: string })[]
  press(element: Element): void
  /** Resolves after `ms` or with the next change of the page. */
  change(ms: number): Promise<void>
  pause(ms: number): Promise<void>
  now(): number
  steady(): number
  /** Why the page must not be pressed any more, compared with the start of the gesture. */
  watch(): () => MaskedColumn['problem'] | undefined
  noted(line: Noted): void
  changed(): void
  /** Covers what could not be hidden; called with what is hidden again, too. */
  cover(column: PageColumn, covered: boolean): void
}

export type Reveals = ReturnType<typeof createReveals>

/** Presses the console's own eyes, paced and verified by effect, and closes them again. Knows no browser. */
export function createReveals(reach: Reach) {
  const reveals = new Map<string, Reveal>()
  const spoiled = new Map<string, NonNullable<MaskedColumn['problem']>>()
  const working = new Set<string>()
  let pressedAt = Number.NEGATIVE_INFINITY
  /** Pressed without effect in time: an answer may come all the same, and nobody would close it again. */
  const late = new Map<string, Control>()
  let stopped = { is: false, hide: false }
  let last: Promise<unknown> = Promise.resolve()

  const mark = (id: string, { scope, path }: Control) => `${id}|${scope}|${path}`
  const columnOf = (id: string) => reach.columns().find((each) => each.id === id)
  const wayTo = (column: PageColumn): Control | undefined => {
    const own = reveals.get(column.id)?.control
    const learned = reach.learned().filter((each) => each.column === column.id)
    return controlOf(column, own ? [own, ...learned] : learned, (control) =>
      spoiled.has(mark(column.id, control)),
    )
  }

  /** Waits until the count of masked cells fits, as long as an effect may take. */
  async function effect(id: string, fits: (masked: number) => boolean): Promise<boolean> {
    const end = reach.steady() + effectMs
    for (;;) {
      const column = columnOf(id)
      if (column && fits(column.masked)) return true
      const left = end - reach.steady()
      if (left <= 0) return false
      await reach.change(Math.min(left, 250))
    }
  }

  /** Everything that became readable by a press is noted with it: an eye of the page shows more than was asked. */
  function note(before: readonly PageColumn[], control: Control, asked: Asked, left: number): void {
    for (const column of reach.columns()) {
      const was = before.find(({ id }) => id === column.id)
      if (!was || column.masked >= was.masked || reveals.has(column.id)) continue
      const end = endAfter(asked.seconds, reach.now(), reach.steady())
      const { header } = column
      const { why, keep } = asked
      const reveal = {
        id: crypto.randomUUID(),
        header,
        control,
        why,
        keep,
        left,
        hidden: was.masked,
        ...end,
      }
      reveals.set(column.id, reveal)
      reach.noted({ id: reveal.id, at: reveal.startedAt, header, why })
    }
  }

  function ended(id: string): void {
    const reveal = reveals.get(id)
    if (!reveal) return
    reveals.delete(id)
    const { header, why, startedAt } = reveal
    const seconds = Math.max(0, Math.round((reach.now() - startedAt) / 1000))
    reach.noted({ id: reveal.id, at: startedAt, header, why, seconds })
  }

  /** @returns how many presses of the gesture are left; 0 where it stopped */
  async function showOne(id: string, asked: Asked, own: typeof stopped): Promise<number> {
    let left = asked.most
    const trouble = reach.watch()
    let way: Control | undefined
    const fail = (problem: NonNullable<MaskedColumn['problem']>) => {
      if (way) spoiled.set(mark(id, way), problem)
      return 0
    }
    while (left > 0 && !own.is) {
      const column = columnOf(id)
      if (!column) return fail('layout')
      way = wayTo(column)
      // Never opens what is shown already.
      if (!way || column.masked === 0) return left
      await reach.pause(pressedAt + paceMs - reach.steady())
      const before = reach.columns()
      const present = before.find((each) => each.id === id)
      if (own.is) return 0
      const [first] = present && present.masked > 0 ? elementsOf(way, present) : []
      if (!present || !first) return present?.masked === 0 ? left : 0
      if (!isSafe(first.element)) return fail('no-effect')
      left--
      pressedAt = reach.steady()
      reach.press(first.element)
      const { masked } = present
      const worked = await effect(id, (now) => (way?.scope === 'cell' ? now < masked : now === 0))
      const problem = trouble()
      if (worked) note(before, way, asked, left)
      if (problem) return fail(problem)
      if (!worked) {
        late.set(id, way)
        return fail('no-effect')
      }
      reach.changed()
      if (way.scope !== 'cell') return left
    }
    return own.is ? 0 : left
  }

  /** @returns presses left, for the next frame; 0 where the gesture came to an end */
  async function show(asked: Asked): Promise<number> {
    const own = (stopped = { is: false, hide: false })
    let left = Math.min(asked.most, mostAGesture)
    const due = reach
      .columns()
      .filter(
        ({ id, masked }) => masked > 0 && (asked.columns === 'all' || asked.columns.includes(id)),
      )
      .map(({ id }) => id)
    for (const id of due) {
      if (left <= 0 || own.is) return 0
      working.add(id)
      reach.changed()
      left = await showOne(id, { ...asked, most: left }, own)
      working.delete(id)
      if (own.hide) void hide([id])
      reach.changed()
    }
    return left
  }

  /** Closes at once, without pace, and verifies; what stays readable all the same is covered. */
  async function hide(ids: readonly string[] | 'all'): Promise<void> {
    const due = reach.columns().filter((each) => ids === 'all' || ids.includes(each.id))
    const opened = due.filter((each) => reveals.has(each.id) || isOpen(each))
    const pressed = new Set<Element>()
    for (const column of opened) {
      const reveal = reveals.get(column.id)
      if (reveal) reveal.keep = false
      const way = reveal?.control ?? late.get(column.id) ?? wayTo(column)
      const open =
        way && (way.scope === 'cell' || column.masked < (reveal ? column.cells.length : 1))
      for (const { element } of open ? elementsOf(way, column, true) : []) {
        if (pressed.has(element)) continue
        pressed.add(element)
        reach.press(element)
      }
    }
    if (ids === 'all')
      for (const id of reveals.keys()) if (!due.some((each) => each.id === id)) ended(id)
    for (const column of opened) {
      const whole = Math.min(reveals.get(column.id)?.hidden ?? 1, column.cells.length)
      late.delete(column.id)
      const masked = await effect(column.id, (now) => now >= whole)
      const present = columnOf(column.id)
      if (present) reach.cover(present, !masked)
      if (!masked && present) spoiled.set(`${column.id}|hide`, 'still-shown')
      ended(column.id)
    }
    reach.changed()
  }
  const isOpen = (column: PageColumn) =>
    late.has(column.id) || (column.masked < column.cells.length && wayTo(column) !== undefined)

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run)
    last = next.catch(() => {})
    return next
  }

  return {
    show: (asked: Asked) => inTurn(() => show(asked)),
    hide: (ids: readonly string[] | 'all') => {
      Object.assign(stopped, { is: true, hide: true })
      return hide(ids)
    },
    stop: () => {
      stopped.is = true
    },
    /** Hides whose time is over; all of it when the page is left. */
    tick(leaving = false): Promise<void> | undefined {
      const [now, steady] = [reach.now(), reach.steady()]
      const due = [...reveals].filter(([, each]) => leaving || isOver(each, now, steady))
      if (leaving) Object.assign(stopped, { is: true, hide: true })
      return due.length === 0 ? undefined : hide(due.map(([id]) => id))
    },
    /** The page has changed: shows later rows where that was asked for, and notes what the console hid itself. */
    settled(columns: readonly PageColumn[]): void {
      if (working.size > 0) return
      const among = (id: string) => columns.find((each) => each.id === id)
      for (const id of late.keys()) if (among(id)?.masked === 0) void hide([id])
      for (const [id, reveal] of reveals) {
        const column = among(id)
        const [now, steady] = [reach.now(), reach.steady()]
        if (!column) continue
        if (column.masked === 0 || isOver(reveal, now, steady)) continue
        if (reveal.keep && reveal.left > 0) void inTurn(() => again(id))
        else if (column.masked === column.cells.length) ended(id)
      }
    },
    busy: () => working.size > 0,
    /** What the user presses is the user's: nothing that comes of it is closed as late. */
    userPressed: () => late.clear(),
    /** The page is another one: nothing of the old one is open any more. */
    forget(): void {
      stopped.is = true
      for (const id of reveals.keys()) ended(id)
      spoiled.clear()
      late.clear()
    },
    stateOf(
      column: PageColumn,
    ): Pick<MaskedColumn, 'state' | 'scope' | 'problem' | 'until' | 'since'> {
      const reveal = reveals.get(column.id)
      const way = wayTo(column)
      const problem =
        spoiled.get(`${column.id}|hide`) ??
        [...spoiled].find(([key]) => key.startsWith(`${column.id}|`))?.[1]
      const shown = column.masked === 0
      const partly = !shown && reveal !== undefined && column.masked < column.cells.length
      return {
        state: working.has(column.id)
          ? 'working'
          : shown
            ? 'shown'
            : partly
              ? 'partly'
              : way
                ? 'masked'
                : problem
                  ? 'failed'
                  : 'no-control',
        ...(way ? { scope: way.scope } : {}),
        ...(problem && !(way && !shown) ? { problem } : {}),
        ...((shown || partly) && reveal
          ? {
              since: reveal.startedAt,
              ...(reveal.until === undefined ? {} : { until: reveal.until }),
            }
          : {}),
      }
    },
  }

  /** The rows of another page, within the time and the presses of the gesture that asked for them. */
  async function again(id: string): Promise<void> {
    const reveal = reveals.get(id)
    if (!reveal || isOver(reveal, reach.now(), reach.steady())) return
    const own = (stopped = { is: false, hide: false })
    working.add(id)
    const asked = { columns: [id], seconds: 0, keep: true, why: 'keep', most: reveal.left } as const
    reveal.left = await showOne(id, asked, own)
    working.delete(id)
    if (own.hide) void hide([id])
    reach.changed()
  }
}
