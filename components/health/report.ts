import { listingOf } from '@/components/records/freshness'
import type { Health } from '@/utils/cache/types'

/** The health view as text to pass on: places, counts and names of columns, never a value. */
export function reportOf(lines: readonly Health[], version: string): string {
  const told = lines.map((line) =>
    [
      line.place,
      line.kind ?? '-',
      line.source,
      `seen ${line.seen}, understood ${line.understood}, rejected ${line.rejected}`,
      ...coverage(line),
      ...(line.problem === undefined ? [] : [`problem ${line.problem}`]),
      ...Object.entries(line.reasons).map(([reason, count]) => `${reason} ×${count}`),
      ...(line.mapping === undefined
        ? []
        : [
            `${line.taught ? 'taught' : 'read as'}: ${line.mapping.map((pair) => pair.join(' > ')).join(', ')}`,
          ]),
      ...(line.unmapped.length === 0 ? [] : [`unmapped: ${line.unmapped.join(', ')}`]),
    ].join(' | '),
  )
  return [`Partner Lens ${version}`, ...told].join('\n')
}

function coverage(line: Health): string[] {
  const listing = listingOf(line)
  if (!listing) return []
  const { rows, total, seen, pages } = listing
  return [`kept ${rows} of ${total}`, ...(seen > 0 ? [`pages ${seen} of ${pages ?? '?'}`] : [])]
}
