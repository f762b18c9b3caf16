import type { ChartData } from '@/utils/analytics/chart-data'
import type { FileCell, TableFile } from '@/utils/files/table-file'

/** A chart's words, as its card shows them. */
export interface ChartWords {
  title: string
  facts: readonly (readonly [label: string, value: string])[]
  axis: string
  total: string
  label: (label: string) => string
  series: (at: number) => string
  /** The text of a value, where it must not leave as a number. */
  hidden?: string
}

/** The table twin of a chart as a file; hidden amounts leave hidden. */
export function chartFile(data: ChartData, words: ChartWords): TableFile {
  const cell = (value: string | undefined): FileCell =>
    value === undefined ? undefined : (words.hidden ?? { number: value })
  return {
    zone: 'Asia/Shanghai',
    facts: [[words.title, ''], ...words.facts],
    columns: [words.axis, ...data.series.map((_, at) => words.series(at) || words.title)],
    rows: [
      ...data.labels.map((label, at) => [
        words.label(label),
        ...data.series.map(({ values }) => cell(values[at])),
      ]),
      ...(data.total === undefined
        ? []
        : [[words.total, ...data.series.map(({ total }) => cell(total))]]),
    ],
  }
}

/**
 * The chart as a picture, with its title and facts printed on it.
 * @param scale pixels of the drawing to one of the page
 */
export function chartPicture(
  canvas: HTMLCanvasElement,
  words: ChartWords,
  ink: string,
  paper: string,
  scale = canvas.width / Math.max(1, canvas.clientWidth),
): HTMLCanvasElement {
  const margin = 16 * scale
  const line = 20 * scale
  const picture = document.createElement('canvas')
  picture.width = canvas.width + margin * 2
  picture.height = canvas.height + margin * 2 + line * (words.facts.length + 2)
  const pen = picture.getContext('2d')
  if (!pen) return picture
  pen.fillStyle = paper
  pen.fillRect(0, 0, picture.width, picture.height)
  pen.fillStyle = ink
  pen.font = `600 ${15 * scale}px system-ui, sans-serif`
  pen.fillText(words.title, margin, margin + line * 0.8)
  pen.drawImage(canvas, margin, margin + line * 1.5)
  pen.font = `${12 * scale}px system-ui, sans-serif`
  words.facts.forEach(([label, value], at) =>
    pen.fillText(
      label === '' ? value : `${label}: ${value}`,
      margin,
      margin + line * (at + 2.3) + canvas.height,
    ),
  )
  return picture
}
