import type { Page } from 'playwright-core'
import { askFrom } from './world.ts'

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

/** The state of the console's tab, as the panel is told it: the own page asks while that tab is in front. */
export async function stateOf(own: Page, front: Page): Promise<State> {
  await front.bringToFront()
  return ((await askFrom(own, 'tab.state', {}))?.answer ?? { columns: [] }) as State
}

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
