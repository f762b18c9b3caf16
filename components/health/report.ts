import type { Health } from '@/utils/cache/types'

/** The health view as text to pass on: places, counts and names of columns, never a value. */
export function reportOf(lines: readonly Health[], version: string): string {
  const told = lines.map((line) =>
    [
      line.place,
      line.kind ?? '-',
      line.source,
      `seen ${line.seen}, understood ${line.understood}, rejected ${line.rejected}`,
      ...(line.total === undefined ? [] : [`total ${line.total}`]),
      ...(line.problem === undefined ? [] : [`problem ${line.problem}`]),
      ...Object.entries(line.reasons).map(([reason, count]) => `${reason} ×${count}`),
      ...(line.unmapped.length === 0 ? [] : [`unmapped: ${line.unmapped.join(', ')}`]),
    ].join(' | '),
  )
  return [`Partner Lens ${version}`, ...told].join('\n')
}
