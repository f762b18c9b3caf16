import type { ChartData } from '@/utils/analytics/chart-data'
import { calendarDays, weekdayNames } from './calendar-days'

/** The colours a picture is drawn with. */
export interface Paint {
  ink: string
  line: string
  accent: string
}
const [width, height, head] = [112, 44, 24]
/** The pixels of a picture to one of the page. */
export const calendarScale = 2

/** The calendar as a drawing, each day with its date and its value as the page says it. */
export function calendarCanvas(
  data: ChartData,
  valueOf: (value: string) => string,
  locale: string,
  { ink, line, accent }: Paint,
): HTMLCanvasElement {
  const days = calendarDays(data)
  const canvas = document.createElement('canvas')
  canvas.width = width * 7 * calendarScale
  canvas.height = (head + height * ((days.at(-1)?.week ?? 0) + 1)) * calendarScale
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.scale(calendarScale, calendarScale)
  pen.fillStyle = ink
  pen.font = '12px system-ui, sans-serif'
  weekdayNames(locale).forEach((name, at) => pen.fillText(name, at * width + 6, 16))
  for (const { weekday, week, day, value, level } of days) {
    const [x, y] = [weekday * width, head + week * height]
    pen.globalAlpha = level * 0.15
    pen.fillStyle = accent
    pen.fillRect(x, y, width - 4, height - 4)
    pen.globalAlpha = 1
    pen.strokeStyle = value === undefined ? line : accent
    pen.strokeRect(x + 0.5, y + 0.5, width - 5, height - 5)
    pen.fillStyle = ink
    pen.font = `${value === undefined ? '' : '600 '}12px system-ui, sans-serif`
    pen.fillText(day, x + 6, y + 16)
    pen.font = '11px system-ui, sans-serif'
    if (value !== undefined) pen.fillText(valueOf(value), x + 6, y + 32, width - 14)
  }
  return canvas
}
