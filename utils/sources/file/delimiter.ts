import Papa from 'papaparse'
import { anyKnows } from '@/utils/recognise/dictionary'

const candidates = [',', '\t', ';', '|'] as const
const look = 30

/** What parts the cells of a text, by its first lines: known names of columns first, then equally wide rows. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (said !== undefined) return said
  let best: string = ','
  let most = 0
  for (const delimiter of candidates) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      preview: look,
      skipEmptyLines: 'greedy',
    })
    const score = scoreOf(data)
    if (score > most) {
      best = delimiter
      most = score
    }
  }
  return best
}

function scoreOf(rows: readonly string[][]): number {
  const widths = new Map<number, number>()
  let known = 0
  for (const row of rows) {
    if (row.length < 2) continue
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    known = Math.max(known, row.filter((cell) => cell.length < 60 && anyKnows(cell, true)).length)
  }
  let usual = 0
  for (const [width, times] of widths)
    usual = Math.max(usual, (times / rows.length) * (1 + width / 100))
  return known + usual
}
