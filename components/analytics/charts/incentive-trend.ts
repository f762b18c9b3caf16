import { compareDecimals, sumDecimals, sumsBy } from '@/utils/analytics/sums'

/** An incentive record; `cycle`, `amount` and `currency` are read. */
export type IncentiveLine = Readonly<Record<string, unknown>>
export interface IncentiveTrend {
  year: string
  /** `YYYY-MM`, all twelve of the year. */
  cycles: string[]
  /** One series a currency: money of two currencies is never added up. */
  series: { currency: string; amounts: (string | undefined)[]; total: string }[]
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Years that have incentives, newest first. */
export function incentiveYears(lines: readonly IncentiveLine[]): string[] {
  const years = lines.flatMap(({ cycle }) => text(cycle)?.slice(0, 4) ?? [])
  return [...new Set(years)].sort().reverse()
}

/**
 * Incentive amounts of a year by cycle and currency, exact.
 * @returns a cycle without any line has no amount: not seen is not zero
 */
export function incentiveTrend(lines: readonly IncentiveLine[], year: string): IncentiveTrend {
  const cycles = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const ofYear = lines.filter(({ cycle }) => text(cycle)?.startsWith(`${year}-`))
  const currencies = [...new Set(ofYear.map(({ currency }) => text(currency) ?? ''))].sort()
  const series = currencies.map((currency) => {
    const own = ofYear.filter((line) => (text(line.currency) ?? '') === currency)
    const sums = sumsBy(
      own,
      (line) => text(line.cycle) ?? '',
      (line) => text(line.amount),
    )
    return {
      currency,
      amounts: cycles.map((cycle) => sums.get(cycle)),
      total: sumDecimals(sums.values()),
    }
  })
  return { year, cycles, series: series.filter(({ amounts }) => amounts.some(Boolean)) }
}

/** The largest amount of a trend; what a bar's length is measured against. */
export const largest = (amounts: readonly (string | undefined)[]): string =>
  amounts.reduce<string>(
    (most, each) => (each !== undefined && compareDecimals(each, most) > 0 ? each : most),
    '0',
  )
