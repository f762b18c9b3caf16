import type { ChartConfiguration, Plugin } from 'chart.js'
import type { ChartData } from '@/utils/analytics/chart-data'
import type { Shape } from '../chart-defs'

/** How a chart looks, and what its places and values are called. */
export interface Look {
  locale: string
  ink: string
  line: string
  surface: string
  colours: readonly string[]
  still: boolean
  label: (label: string) => string
  series: (at: number) => string
  value: (text: string | undefined) => string
  /** Amounts are hidden: shapes stay, the figures of the axis go. */
  hideFigures: boolean
}

type Config = ChartConfiguration<'bar' | 'line', (number | null)[]>

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
  const line = shape === 'lines'
  const lying = shape === 'rank'
  const stacked = shape === 'stack'
  const figures = {
    beginAtZero: true,
    stacked,
    ticks: { color: look.ink, display: !look.hideFigures, maxTicksLimit: 6 },
    grid: { color: look.line },
  }
  const places = {
    stacked,
    ticks: { color: look.ink, autoSkip: !lying },
    grid: { display: false },
  }
  return {
    type: line ? 'line' : 'bar',
    data: {
      labels: data.labels.map(look.label),
      datasets: data.series.map((each, at) => {
        const colour = look.colours[at % look.colours.length] ?? '#888'
        return {
          label: look.series(at),
          hidden: hidden.has(each.id),
          data: each.values.map((value) => (value === undefined ? null : Number(value))),
          backgroundColor: line || at % 2 === 0 ? colour : hatched(colour, look.surface),
          borderColor: colour,
          borderWidth: line ? 2 : at % 2 === 0 ? 0 : 1,
          // Beside its colour every second line is told by its dashes.
          ...(line
            ? { borderDash: at % 2 === 0 ? [] : [6, 4], spanGaps: true, pointRadius: 3 }
            : {}),
          ...(line ? {} : { borderRadius: 2, maxBarThickness: lying ? 22 : 40 }),
        }
      }),
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
            label: ({ datasetIndex, dataIndex }) => {
              const name = look.series(datasetIndex)
              const value = look.value(data.series[datasetIndex]?.values[dataIndex])
              return name === '' ? value : `${name}: ${value}`
            },
          },
        },
      },
    },
  }
}

/** Stripes of a colour: told apart without it. */
function hatched(colour: string, surface: string): CanvasPattern | string {
  if (typeof document === 'undefined') return colour
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.fillStyle = surface
  pen.fillRect(0, 0, 8, 8)
  pen.strokeStyle = colour
  pen.lineWidth = 3
  pen.beginPath()
  for (const from of [-8, 0, 8]) {
    pen.moveTo(from, 8)
    pen.lineTo(from + 8, 0)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? colour
}

/** Where the keyboard stands: a band behind one place. */
export function cursorPlugin(
  place: () => number | undefined,
  colour: string,
): Plugin<'bar' | 'line'> {
  return {
    id: 'cursor',
    beforeDatasetsDraw({ ctx, chartArea, scales, options }) {
      const at = place()
      if (at === undefined) return
      const axis = options.indexAxis === 'y' ? scales.y : scales.x
      if (!axis) return
      const middle = axis.getPixelForValue(at)
      const size =
        Math.max(6, axis.height > axis.width ? axis.height : axis.width) /
        Math.max(1, axis.ticks.length)
      ctx.save()
      ctx.fillStyle = colour
      if (options.indexAxis === 'y')
        ctx.fillRect(chartArea.left, middle - size / 2, chartArea.width, size)
      else ctx.fillRect(middle - size / 2, chartArea.top, size, chartArea.height)
      ctx.restore()
    },
  }
}
