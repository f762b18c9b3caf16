import type { ChartConfiguration } from 'chart.js'
import type { IncentiveTrend } from './incentive-trend'

export interface TrendLook {
  locale: string
  ink: string
  line: string
  bars: readonly string[]
  /** The user asked for less motion. */
  still: boolean
}

/** What Chart.js is given. Bars are drawn from numbers; the tooltip shows the exact texts. */
export function trendOptions(
  trend: IncentiveTrend,
  look: TrendLook,
): ChartConfiguration<'bar', (number | null)[]> {
  const exact = (series: number, at: number) => {
    const { currency, amounts } = trend.series[series] ?? { currency: '', amounts: [] }
    return `${amounts[at] ?? '—'} ${currency}`.trim()
  }
  return {
    type: 'bar',
    data: {
      labels: trend.cycles,
      datasets: trend.series.map(({ currency, amounts }, at) => ({
        label: currency,
        data: amounts.map((amount) => (amount === undefined ? null : Number(amount))),
        backgroundColor: look.bars[at % look.bars.length],
        borderRadius: 3,
        maxBarThickness: 44,
      })),
    },
    options: {
      locale: look.locale,
      responsive: true,
      maintainAspectRatio: false,
      animation: look.still ? false : { duration: 200 },
      scales: {
        x: { ticks: { color: look.ink }, grid: { display: false } },
        y: {
          beginAtZero: true,
          ticks: { color: look.ink },
          grid: { color: look.line },
          // Several currencies have the legend.
          title: {
            display: trend.series.length === 1,
            text: trend.series[0]?.currency ?? '',
            color: look.ink,
          },
        },
      },
      plugins: {
        legend: { display: trend.series.length > 1, labels: { color: look.ink } },
        tooltip: {
          callbacks: { label: ({ datasetIndex, dataIndex }) => exact(datasetIndex, dataIndex) },
        },
      },
    },
  }
}
