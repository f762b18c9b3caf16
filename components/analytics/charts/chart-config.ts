import type { ChartConfiguration, Plugin } from 'chart.js'
import type { ChartData } from '@/utils/analytics/chart-data'
import type { Shape } from '../chart-def'
import type { ChartTexts } from '../labels'
import { dashesOf, filling, patternOf } from './patterns'

/** How a chart looks, and what its places and values are called. */
export interface Look {
  locale: string
  ink: string
  line: string
  surface: string
  cursor: string
  colours: readonly string[]
  still: boolean
  texts: ChartTexts
  /** Amounts are hidden: shapes stay, the figures of the axis go. */
  hideFigures: boolean
}
type Config = ChartConfiguration<'bar' | 'line', (number | null)[]>
const longest = 22

/**
 * What Chart.js is given. Lengths are drawn from numbers; every text is exact.
 * @param hidden series that are switched off, by id
 */
export function chartConfig(
  data: ChartData,
  shape: Shape,
  look: Look,
  hidden: ReadonlySet<string> = new Set(),
): Config {
  const { texts } = look
  const lying = shape === 'rank' || shape === 'parts'
  const stacked = shape === 'stack' || shape === 'parts'
  const figures = {
    beginAtZero: true,
    stacked,
    border: { display: false },
    ticks: {
      color: look.ink,
      display: !look.hideFigures,
      maxTicksLimit: 6,
      ...(data.unit === 'count' ? { precision: 0 } : {}),
      callback: (value: number | string) => shortFigure(Number(value), look.locale),
    },
    grid: { color: look.line },
  }
  const places = {
    stacked,
    ticks: { color: look.ink, autoSkip: !lying, maxRotation: data.labels.every(isMonth) ? 0 : 50 },
    grid: { display: false },
  }
  return {
    type: shape === 'lines' ? 'line' : 'bar',
    data: {
      labels: axisOf(data.labels, texts, lying),
      datasets: data.series.map((each, at) => ({
        label: texts.series(each.id),
        hidden: hidden.has(each.id),
        data: each.values.map((value) => (value === undefined ? null : Number(value))),
        ...dress(at, shape === 'lines', look),
        ...(shape === 'lines' ? {} : { maxBarThickness: lying ? 22 : 40 }),
      })),
    },
    options: {
      locale: look.locale,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: lying ? 'y' : 'x',
      animation: look.still ? false : { duration: 200 },
      normalized: true,
      interaction: { mode: 'index', axis: lying ? 'y' : 'x', intersect: false },
      scales: lying ? { x: figures, y: places } : { x: places, y: figures },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            title: ([item]) => (item ? texts.label(data.labels[item.dataIndex] ?? '') : ''),
            label: ({ datasetIndex, dataIndex }) => {
              const series = data.series[datasetIndex]
              const name = texts.series(series?.id ?? '')
              const value = texts.value(series?.values[dataIndex])
              return name === '' ? value : `${name}: ${value}`
            },
          },
        },
      },
    },
  }
}

const month = /^(\d{4})-(\d\d)$/
const isMonth = (label: string) => /^(\d{4}-)?\d\d$/.test(label)
/**
 * Words of the axis, in one line or two: months of a calendar have the year below the first and each January.
 * @param lying names stand beside their bars, in one line each
 */
export const axisOf = (labels: readonly string[], { label: say }: ChartTexts, lying = false) =>
  labels.map((label, at): string | string[] => {
    const [, year = '', own] = month.exec(label) ?? []
    if (own === undefined) return lying ? cut(say(label)) : inTwo(cut(say(label)))
    return at === 0 || own === '01' ? [say(own), year] : say(own)
  })

/** At the space nearest to the middle, where there is one and the text is long. */
function inTwo(text: string): string | string[] {
  const middle = text.length / 2
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index)
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return at === undefined || text.length < 10 ? text : [text.slice(0, at), text.slice(at + 1)]
}

/** Beside its colour each series has its own filling or dashes. */
function dress(at: number, line: boolean, { colours, surface }: Look) {
  const colour = colours[at % colours.length] ?? '#888'
  return line
    ? {
        backgroundColor: colour,
        borderColor: colour,
        borderWidth: 2,
        borderDash: dashesOf(at),
        spanGaps: true,
        pointRadius: 3,
      }
    : {
        backgroundColor: filling(at, colour, surface),
        borderColor: colour,
        borderWidth: patternOf(at) === 0 ? 0 : 1,
        borderRadius: 2,
      }
}
/** Long names would leave no room for their bars; the tooltip and the table have them whole. */
const cut = (text: string) => {
  const letters = Array.from(text)
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text
}
const short = new Map<string, Intl.NumberFormat>()
/** A figure of the axis: 12万, 120K. */
function shortFigure(value: number, locale: string): string {
  const made =
    short.get(locale) ??
    new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  short.set(locale, made)
  return made.format(value)
}

/**
 * As wide as its place, whenever it was drawn: the library forgets a change of width that falls into the last frame of an
 * animation.
 */
export const asWideAsItsPlace: Plugin = { id: 'as-wide', afterRender: (chart) => chart.resize() }

/** Where the keyboard stands: a band behind one place. */
export function cursorPlugin(
  place: () => number | undefined,
  colour: () => string,
): Plugin<'bar' | 'line'> {
  return {
    id: 'cursor',
    beforeDatasetsDraw({ ctx, chartArea, scales, options }) {
      const at = place()
      if (at === undefined) return
      const lying = options.indexAxis === 'y'
      const axis = lying ? scales.y : scales.x
      if (!axis) return
      const middle = axis.getPixelForValue(at)
      const room = lying ? chartArea.height : chartArea.width
      const size = Math.max(6, room / Math.max(1, axis.max - axis.min + 1))
      ctx.save()
      ctx.fillStyle = colour()
      if (lying) ctx.fillRect(chartArea.left, middle - size / 2, chartArea.width, size)
      else ctx.fillRect(middle - size / 2, chartArea.top, size, chartArea.height)
      ctx.restore()
    },
  }
}
