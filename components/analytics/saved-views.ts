import type { AnalyticsView } from './api'
import { fieldsOf } from './useMemory'
import { viewNames } from './views'

/** A view of the analysis that the user gave a name. */
export interface SavedView {
  name: string
  view: AnalyticsView
}
const mostViews = 50
const longestName = 60

export function readViews(found: unknown): SavedView[] {
  if (!Array.isArray(found)) return []
  return found.slice(0, mostViews).flatMap((each: unknown) => {
    const { name, view } = fieldsOf(each)
    const { view: which, year, currency, top, split, wanted } = fieldsOf(view)
    const known = viewNames.find((one) => one === which)
    if (typeof name !== 'string' || name === '' || !known) return []
    return {
      name,
      view: {
        view: known,
        ...(typeof year === 'string' ? { year } : {}),
        ...(typeof currency === 'string' ? { currency } : {}),
        ...(typeof top === 'number' ? { top } : {}),
        ...(typeof split === 'string' ? { split } : {}),
        ...(wanted === undefined ? {} : { wanted: wantedOf(wanted) }),
      },
    }
  })
}
const wantedOf = (found: unknown): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fieldsOf(found)).map(([field, values]) => [
      field,
      Array.isArray(values) ? values.map(String) : [],
    ]),
  )

/** With a view under a name; one that has the name already is replaced. */
export function withView(
  views: readonly SavedView[],
  name: string,
  view: AnalyticsView,
): SavedView[] {
  const own = name.trim().slice(0, longestName)
  if (own === '') return [...views]
  return [...views.filter((each) => each.name !== own), { name: own, view }]
}
export const withoutView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((each) => each.name !== name)
