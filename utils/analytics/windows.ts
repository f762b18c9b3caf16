import type { Reading } from './columns'

const day = 86_400_000
/** The windows in which something ends, in days; what is over stands apart. */
export const windows = [7, 15, 30, 60, 90] as const
/** The window a moment falls into: `7`, `15` …, `later`, `over`. */
export function windowOf(at: number, now: number): string {
  if (at < now) return 'over'
  const days = (at - now) / day
  return String(windows.find((each) => days <= each) ?? 'later')
}
export const windowLabels = [...windows.map(String), 'later']
/** The window a moment of a row falls into. */
export const windowIn = (field: string, now: number): Reading => ({
  name: `${field}:window:${now}`,
  of: (row) => {
    const at = row[field]
    return typeof at === 'number' ? windowOf(at, now) : undefined
  },
})

/** How old something is, in days: `0-7`, `8-30` …, `366+`. */
export const ageLabels = ['0-7', '8-30', '31-90', '91-365', '366+']
const ages = [7, 30, 90, 365] as const
export const ageIn = (field: string, now: number): Reading => ({
  name: `${field}:age:${now}`,
  of: (row) => {
    const at = row[field]
    return typeof at === 'number' ? ageOf(now - at) : undefined
  },
})
/** How long it took from one moment of a row to another. */
export const spanIn = (from: string, to: string): Reading => ({
  name: `${from}:${to}:span`,
  of: (row) => {
    const [first, last] = [row[from], row[to]]
    return typeof first === 'number' && typeof last === 'number' ? ageOf(last - first) : undefined
  },
})
function ageOf(ms: number): string | undefined {
  if (ms < 0) return undefined
  const index = ages.findIndex((each) => ms / day <= each)
  return ageLabels[index < 0 ? ages.length : index]
}
