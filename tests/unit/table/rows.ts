import fc from 'fast-check'
import { encode, type KeptRecord } from '@/utils/cache/columns'
import type { Change } from '@/utils/table/table'

/** A row as the cache keeps it; say only what matters. */
export const kept = (key: string, fields: Record<string, unknown> = {}, $ = {}): KeptRecord =>
  ({
    resourceId: key,
    ...fields,
    $: { account: 'cn:a', key, source: 'api', observedAt: 1, ...$ },
  }) as unknown as KeptRecord

export const segment = (scope: string, rows: KeptRecord[], part = 0): Change => ({
  scope,
  part,
  columns: encode(rows, 'cn:a'),
})

const word = fc.constantFrom('甲', 'Alpha', 'beta', 'ΑΣ', 'İx', 'a b', 'x\ny', '', '云', 'ecs-1')
/** Any row: repeated and odd texts, mixed types, absent fields. */
export const anyRow = (keys: number) =>
  fc
    .record({
      key: fc.integer({ min: 0, max: keys - 1 }).map((n) => `K${n}`),
      name: fc.option(word, { nil: undefined }),
      spec: fc.option(fc.oneof(word, fc.integer({ min: 0, max: 3 })), { nil: undefined }),
      status: fc.option(fc.constantFrom('active', 'grace', 'frozen'), { nil: undefined }),
      expiresAt: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      isMain: fc.option(fc.boolean(), { nil: undefined }),
      tags: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
      goneAt: fc.option(fc.constant(5), { nil: undefined }),
      fallback: fc.boolean(),
    })
    .map(({ key, goneAt, fallback, ...fields }) => {
      const own = fallback && key.endsWith('3') ? `~${key}` : key
      const row = kept(own, {}, goneAt === undefined ? {} : { goneAt })
      if (own !== key) delete row.resourceId
      for (const [name, value] of Object.entries(fields))
        if (value !== undefined) row[name] = value as string
      return row
    })
