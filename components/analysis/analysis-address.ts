import type { AnalyticsView, ViewName } from '@/components/analytics/source'

const names: readonly ViewName[] = [
  'start',
  'incentives',
  'consumption',
  'coupons',
  'resources',
  'work',
]
const splits = ['serviceName', 'chargeMode', 'association', 'manager', 'customer']

/** A view of the analysis as the end of an address: `analysis?view=incentives&year=2026&manager=…`. */
export function writeView({
  view,
  year,
  currency,
  top,
  split,
  wanted = {},
}: AnalyticsView): string {
  const said = new URLSearchParams({ view })
  if (year !== undefined) said.set('year', year)
  if (currency !== undefined) said.set('currency', currency)
  if (top !== undefined) said.set('top', String(top))
  if (split !== undefined) said.set('split', split)
  for (const [field, values] of Object.entries(wanted))
    for (const value of values) said.append(`only.${field}`, value)
  return `analysis?${said}`
}

/** What an address says of it; whatever else stands there is left out. */
export function readView(text: string): Partial<AnalyticsView> {
  const said = new URLSearchParams(text.split('?')[1] ?? '')
  const view = names.find((name) => name === said.get('view'))
  const top = Number(said.get('top') ?? NaN)
  const year = said.get('year')
  const currency = said.get('currency')
  const split = splits.find((each) => each === said.get('split'))
  const wanted: Record<string, string[]> = {}
  for (const [name, value] of said) {
    const field = /^only\.(\w{1,40})$/.exec(name)?.[1]
    if (field !== undefined) (wanted[field] ??= []).push(value)
  }
  return {
    ...(view === undefined ? {} : { view }),
    ...(year !== null && /^\d{4}$/.test(year) ? { year } : {}),
    ...(currency !== null && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(Number.isInteger(top) && top >= 0 && top <= 100 ? { top } : {}),
    ...(split === undefined ? {} : { split }),
    ...(Object.keys(wanted).length === 0 ? {} : { wanted }),
  }
}
