import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operations } from '@/utils/sources/api/operations'
import { contract, generated, inUse } from '../../tools/generate-api.ts'

const written = new URL('../../../utils/sources/api/operations.ts', import.meta.url)

describe('the table of operations', () => {
  it('is what the contract gives today', async () => {
    expect(await generated(contract())).toBe(readFileSync(written, 'utf8'))
  })
  it('has the operations in use and no other one', () => {
    expect(Object.keys(operations)).toEqual(inUse)
  })
  it('reads only: no operation that changes anything', () => {
    expect(inUse.filter((name) => !/^(List|Show)/.test(name))).toEqual([])
  })
  it('keeps the misspelled names of the wire', () => {
    expect(operations.ListPayPerUseCustomerResources.path).toContain('/suscriptions/')
  })
})
