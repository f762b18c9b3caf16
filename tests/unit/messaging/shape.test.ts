import * as fc from 'fast-check'
import * as valibot from 'valibot'
import { expect, test } from 'vitest'
import * as shape from '@/utils/messaging/shape'

/** One description, said with both. */
const described = (v: typeof valibot) =>
  v.strictObject({
    id: v.pipe(v.string(), v.maxLength(3)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
    kind: v.optional(v.picklist(['a', 'b'])),
    all: v.union([v.literal('all'), v.boolean(), v.null(), v.undefined()]),
    list: v.pipe(v.array(v.strictObject({ x: v.optional(v.number()) })), v.maxLength(2)),
    body: v.optional(v.union([v.instance(Uint8Array), v.string()])),
  })
const theirs = described(valibot)
const ours = described(shape as unknown as typeof valibot) as unknown as shape.Shape<unknown>
const said = (value: unknown) => valibot.safeParse(theirs, value).success

/** To valibot a list is an object too; to us it never is. */
const holdsList = (value: unknown): boolean =>
  ((value as { list?: unknown[] }).list ?? []).some((each) => Array.isArray(each))

const odd = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(undefined, null, Number.NaN, Infinity, -1, 0.5, 10, '', 'long', [], {}),
)
const mostly = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value as fc.Arbitrary<unknown> }, odd)
const message = fc.record(
  {
    id: mostly(fc.string({ maxLength: 3 })),
    count: mostly(fc.integer({ min: 0, max: 9 })),
    kind: mostly(fc.constantFrom('a', 'b', undefined)),
    all: mostly(fc.constantFrom('all', true, null, undefined)),
    list: mostly(
      fc.array(mostly(fc.record({ x: mostly(fc.nat()) }, { requiredKeys: [] })), { maxLength: 2 }),
    ),
    body: mostly(fc.oneof(fc.string(), fc.uint8Array(), fc.constant(undefined))),
  },
  { requiredKeys: ['id', 'count', 'list'] },
)

test('SEC-01 shapes refuse and admit what valibot does', () => {
  let fits = 0
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: message as fc.Arbitrary<unknown> }, odd),
      (value) => {
        // A required field that may be undefined: we let it be absent, which no message of ours makes use of.
        if (typeof value === 'object' && value !== null && !('all' in value)) return
        const fit = said(value) && !holdsList(value)
        fits += fit ? 1 : 0
        expect(ours(value)).toBe(fit)
      },
    ),
    { numRuns: 5000 },
  )
  expect(fits).toBeGreaterThan(200)
})

test('SEC-01 a field of another name is refused, own or inherited', () => {
  const good = { id: 'a', count: 1, all: null, list: [] }
  expect(ours(good)).toBe(true)
  expect(ours({ ...good, more: 1 })).toBe(false)
  expect(ours(JSON.parse('{"id":"a","count":1,"all":null,"list":[],"__proto__":{"x":1}}'))).toBe(
    false,
  )
  expect(ours(Object.create(good))).toBe(false)
})
