import * as v from 'valibot'
import { kindOf } from '@/utils/kinds'
import { shownKinds } from '@/utils/kinds/shown'
import type { LearnedMapping } from '@/utils/recognise'

const format = 'partner-lens-mappings'
const newest = 1
const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const mapping = v.pipe(
  v.strictObject({
    columns: text(20_000),
    kind: v.picklist(shownKinds),
    fields: v.record(text(256), text(64)),
    off: v.optional(v.boolean()),
  }),
  v.check(({ kind, fields }) =>
    Object.values(fields).every(
      (field) => field === '' || Object.hasOwn(kindOf(kind).fields, field.split('.')[0] ?? ''),
    ),
  ),
)
const file = v.strictObject({
  format: v.literal(format),
  version: v.literal(newest),
  mappings: v.pipe(v.array(mapping), v.maxLength(500)),
})

/** Mappings as a file to share: names of columns and fields, no value. */
export const writeMappings = (mappings: readonly LearnedMapping[]): string =>
  `${JSON.stringify({ format, version: newest, mappings }, undefined, 2)}\n`

/**
 * Reads such a file.
 * @returns why not, where it is no whole file of ours
 */
export function readMappings(content: string): LearnedMapping[] | 'broken' | 'newer' {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'broken'
  }
  const said = value as { format?: unknown; version?: unknown } | null
  if (said?.format === format && typeof said.version === 'number' && said.version > newest)
    return 'newer'
  const read = v.safeParse(file, value)
  // Another version's optional field is left out, not set to undefined.
  return read.success
    ? (JSON.parse(JSON.stringify(read.output.mappings)) as LearnedMapping[])
    : 'broken'
}
