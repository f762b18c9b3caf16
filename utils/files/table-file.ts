/** What a cell of a file holds: a text, a figure as a decimal string, a moment in epoch ms, or nothing. */
export type FileCell = string | { number: string } | { at: number } | undefined

/** A table as it leaves the product, masked or not as it was shown. */
export interface TableFile {
  /** What belongs to the table: filter, age, source, coverage; each with its label, above the header. */
  facts: readonly (readonly [label: string, value: string])[]
  columns: readonly string[]
  rows: readonly (readonly FileCell[])[]
  /** IANA zone in which moments are written; a header or a fact names it. */
  zone: string
}

/** A moment as files show it: `YYYY-MM-DD HH:mm:ss` in an IANA zone. */
export function moment(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`
}
