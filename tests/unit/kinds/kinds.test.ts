import { describe, expect, it } from 'vitest'
import { kindNames, kindOf } from '@/utils/kinds'
import { exportPages } from '@/utils/kinds/export-task'

const given = new Set(['*'])

describe.each(kindNames)('%s', (name) => {
  const kind = kindOf(name)
  const known = (each: string) =>
    given.has(each) || Object.hasOwn(kind.fields, each.split('.')[0] ?? '')

  it('goes by its name and speaks of its own fields only', () => {
    expect(kind.name).toBe(name)
    const { fallback = [], needs = [], unaddressed = [], scope, expires } = kind
    const all = [...kind.key, ...kind.signature, ...fallback, ...needs, ...unaddressed]
    for (const each of [...all, scope, expires]) {
      if (each === undefined) continue
      expect(each.split('|').filter((field) => !known(field))).toEqual([])
    }
  })

  it('has a label in both languages for each field', () => {
    for (const [field, { zh, en }] of Object.entries(kind.fields)) {
      expect(zh[0], field).toBeTruthy()
      expect(en[0], field).toBeTruthy()
    }
  })

  it('gives no code and no word of a choice twice', () => {
    for (const [field, { values = {} }] of Object.entries(kind.fields)) {
      const words = Object.values(values).flatMap(({ zh, en }) => [...zh, ...en])
      expect(words.length, field).toBe(new Set(words).size)
      const codes = Object.values(values).flatMap(({ codes: of }) =>
        Array.isArray(of)
          ? (of as string[])
          : Object.entries(of ?? {}).flatMap(([setting, list]) =>
              (list as string[]).map((code) => `${setting}:${code}`),
            ),
      )
      expect(codes.length, field).toBe(new Set(codes).size)
    }
  })
})

it('names each export page by words of its own', () => {
  const words = Object.values(exportPages).flat()
  expect(words.length).toBe(new Set(words).size)
})
