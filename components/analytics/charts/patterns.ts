/** How many ways there are to fill a shape: told apart without colour. */
export const patternCount = 4
export const patternOf = (series: number): number => series % patternCount
/** Dashes of a line, by its pattern. */
export const dashesOf = (series: number): number[] =>
  [[], [6, 4], [2, 3], [10, 3, 2, 3]][patternOf(series)] ?? []

/** The filling of a series: plain, stripes one way, stripes the other way, dots. */
export function filling(series: number, colour: string, surface: string): CanvasPattern | string {
  const which = patternOf(series)
  if (which === 0 || typeof document === 'undefined') return colour
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const pen = tile.getContext('2d')
  if (!pen) return colour
  pen.fillStyle = surface
  pen.fillRect(0, 0, 8, 8)
  if (which === 3) dots(pen, colour)
  else stripes(pen, colour, which === 1)
  return pen.createPattern(tile, 'repeat') ?? colour
}
function stripes(pen: CanvasRenderingContext2D, colour: string, rising: boolean): void {
  pen.strokeStyle = colour
  pen.lineWidth = 3
  pen.beginPath()
  for (const from of [-8, 0, 8]) {
    pen.moveTo(from, rising ? 8 : 0)
    pen.lineTo(from + 8, rising ? 0 : 8)
  }
  pen.stroke()
}
function dots(pen: CanvasRenderingContext2D, colour: string): void {
  pen.fillStyle = colour
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    pen.beginPath()
    pen.arc(x, y, 1.8, 0, 2 * Math.PI)
    pen.fill()
  }
}
