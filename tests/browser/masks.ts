import type { Page } from 'playwright-core'
import { askFrom, eventually } from './world.ts'

/** A masked column as the panel is told of it. */
export interface Column {
  id: string
  header: string
  state: string
  masked: number
  rows: number
  scope?: string
  problem?: string
  frame?: number
  until?: number
}
export interface State {
  tabId?: number
  columns: Column[]
}

/**
 * The state of the console's tab, as the panel is told it: the own page asks while that tab is in front. What the page
 * has found out is on its way to the worker for a moment: the answer is the one that agrees with the page.
 */
export async function stateOf(own: Page, front: Page): Promise<State> {
  await front.bringToFront()
  const look = async () => {
    const state = ((await askFrom(own, 'tab.state', {}))?.answer ?? { columns: [] }) as State
    const frames = [...new Set(state.columns.map(({ frame }) => frame ?? 0))]
    const lists = await Promise.all(
      frames.map((frame) =>
        tell(own, state.tabId, { order: 'masking.list' }, frame).catch(() => undefined),
      ),
    )
    const page = lists.flatMap((list) => (list ?? []) as Column[])
    return { state, agrees: marks(page) === marks(state.columns) }
  }
  return (await eventually(look, ({ agrees }) => agrees)).state
}
const marks = (columns: readonly Column[]) =>
  columns
    .map(({ id, state, masked }) => `${id} ${state} ${masked}`)
    .sort()
    .join()

/** An order to the page's script, as the panel gives it. */
export const tell = (own: Page, tabId: number | undefined, order: object, frame = 0) =>
  own.evaluate(
    ({ tabId, order, frame }) =>
      chrome.tabs.sendMessage<unknown, unknown>(tabId ?? -1, order, { frameId: frame }),
    { tabId, order, frame },
  )

interface Wish {
  seconds?: number
  keep?: boolean
  frame?: number
}
export const show = (
  own: Page,
  { tabId }: State,
  columns: string[] | 'all',
  { seconds = 60, keep = false, frame = 0 }: Wish = {},
) =>
  tell(
    own,
    tabId,
    { order: 'masking.show', columns, seconds, keep, why: 'column', most: 20 },
    frame,
  )

export const hide = (own: Page, { tabId }: State, columns: string[] | 'all', frame = 0) =>
  tell(own, tabId, { order: 'masking.hide', columns }, frame)
