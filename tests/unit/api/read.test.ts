import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '@/utils/kinds'
import { addDecimals, summed } from '@/utils/sources/api/add'
import { itemIdsOf, withUsages } from '@/utils/sources/api/packages'
import { readRows } from '@/utils/sources/api/read'
import { type ReadableName, type Reading, readings } from '@/utils/sources/api/readings'
import { contract, type ContractField } from '../../tools/generate-api.ts'

const names = Object.keys(readings) as ReadableName[]
const cn = { site: 'cn' } as const

describe('readings', () => {
  it.each(names)('%s use names of the contract and fields of their kind', (name) => {
    const { kind, fields, fixed }: Reading = readings[name]
    const { response } = contract().find((one) => one.operationId === name) ?? {}
    const rows = Object.values(response?.fields ?? {}).find(({ type }) => type === 'array')
    for (const [wire, field] of Object.entries(fields)) {
      expect(kindOf(kind).fields, wire).toHaveProperty([field])
      // The currency of all rows may stand beside them.
      if (wire !== 'currency') expect(at(rows?.items, wire), wire).toBeDefined()
    }
    for (const field of Object.keys(fixed ?? {})) {
      expect(kindOf(kind).fields).toHaveProperty([field])
    }
  })
  it.each(names)('%s know every code of the contract', (name) => {
    const { kind, fields, setting }: Reading = readings[name]
    const { response } = contract().find((one) => one.operationId === name) ?? {}
    const rows = Object.values(response?.fields ?? {}).find(({ type }) => type === 'array')
    for (const [wire, field] of Object.entries(fields)) {
      const { type, values, codesBy } = kindOf(kind).fields[field] ?? {}
      if (type !== 'choice') continue
      for (const code of at(rows?.items, wire)?.enum ?? []) {
        const known = Object.values(values ?? {}).some(({ codes }) =>
          (Array.isArray(codes)
            ? (codes as string[])
            : ((codes as Record<string, string[]> | undefined)?.[setting ?? ''] ?? [])
          ).includes(code),
        )
        if (!known) expect(`${name}.${wire} ${code} (${codesBy})`).toBe(untold[`${field} ${code}`])
      }
    }
  })
})

/** Codes the contract has and our kinds have no word for: the field is left out. */
const untold: Record<string, string> = {
  'type -1': 'ListSubCustomers.customer_type -1 (undefined)',
}

describe('reading rows', () => {
  it('takes numbers as text and text as numbers', () => {
    const row = {
      coupon_id: 'CP1',
      coupon_type: '4',
      status: 2,
      face_value: '1200.00',
      balance: 99.5,
      is_frozen: 1,
      effective_time: '2026-10-31T16:00:00Z',
      expire_time: '2026-12-31T15:59:59Z',
      customer_id: 12,
      order_id: null,
      promotion_plan_name: '',
    }
    expect(readRows('ListIssuedPartnerCoupons', [row], cn)).toEqual({
      records: [
        {
          couponId: 'CP1',
          type: 'cash',
          status: 'usable',
          faceValue: '1200.00',
          balance: '99.5',
          frozen: true,
          currency: 'CNY',
          validFrom: Date.UTC(2026, 9, 31, 16),
          expiresAt: Date.UTC(2026, 11, 31, 15, 59, 59),
          customerId: '12',
          holder: 'issued',
        },
      ],
      rejected: [],
      unknownCodes: [],
    })
  })
  it('rejects a row that does not fit and says which field, never its value', () => {
    const rows = [
      'row',
      { face_value: 1 },
      { coupon_id: 'a', face_value: 'CANARY' },
      { coupon_id: 'b', expire_time: 'CANARY' },
      { coupon_id: 'c', customer_id: {} },
      { coupon_id: 'd', status: 99 },
    ]
    const { records, rejected, unknownCodes } = readRows('ListIssuedPartnerCoupons', rows, cn)
    expect(rejected).toEqual([
      { row: 0, reason: 'not an object' },
      { row: 1, reason: 'couponId: missing' },
      { row: 2, reason: 'face_value: not of type amount' },
      { row: 3, reason: 'expire_time: not of type day-end' },
      { row: 4, reason: 'customer_id: not of type id' },
    ])
    expect(records).toMatchObject([{ couponId: 'd' }])
    expect(unknownCodes).toEqual(['status'])
  })
  it("reads a resource with its call's codes and what was asked for", () => {
    const row = {
      resource_id: 'r',
      status: 5,
      is_main_resource: 0,
      parent_resource_id: 'p',
      expire_policy: 3,
      resource_spec_code: 's6',
      product_spec_desc: '2 vCPU',
      enterprise_project: { id: '0', name: 'default' },
    }
    const told = { ...cn, given: { customerId: 'c' } }
    expect(readRows('ListPayPerUseCustomerResources', [row], told).records).toEqual([
      {
        resourceId: 'r',
        status: 'grace',
        billing: 'subscription',
        isMain: false,
        mainResourceId: 'p',
        expiryPolicy: 'auto-renew',
        spec: '2 vCPU',
        project: 'default',
        customerId: 'c',
      },
    ])
  })
  it("joins a customer's managers and knows both sites' codes", () => {
    const row = {
      customer_id: 'c',
      account_managers: [{ account_name: 'a' }, { account_name: 'b' }],
      association_type: '3',
      verified_status: '-1',
      is_frozen: 2,
      label: 'x,y',
    }
    expect(readRows('ListSubCustomers', [row], { site: 'intl' }).records).toEqual([
      {
        customerId: 'c',
        manager: 'a、b',
        association: 'resale',
        verification: 'none',
        frozen: true,
        tags: ['x', 'y'],
      },
    ])
  })
  it("reads a bill's type as the caller's call means it, and adds the parts of a sum", () => {
    const row = { customer_id: 'c', cloud_service_type: 's', charge_mode: '1', bill_type: '1' }
    const told = { ...cn, currency: 'CNY', given: { month: '2026-10' } }
    const rows = [
      { ...row, amount: 0.1 },
      { ...row, amount: '0.20' },
      { ...row, charge_mode: '3', amount: -1 },
    ]
    const { records } = readRows('ListSubcustomerMonthlyBills', rows, told)
    expect(records[0]).toMatchObject({ billType: 'refund', month: '2026-10', currency: 'CNY' })
    expect(summed('consumption', records)).toMatchObject([
      { chargeMode: 'subscription', amount: '0.30' },
      { chargeMode: 'on-demand', amount: '-1' },
    ])
  })
  it('reads packages with their items, and what an answer on usage adds', () => {
    const row = {
      order_instance_id: 'p',
      quota_reuse_mode: 2,
      free_resources: [
        {
          free_resource_id: 'i',
          usage_type_name: '流量',
          amount: '5',
          original_amount: '10',
          measure_id: 10,
        },
      ],
    }
    const { records } = readRows('ListFreeResourceInfos', [row], {
      ...cn,
      given: { customerId: 'c' },
    })
    const item = { itemId: 'i', usageTypeName: '流量', remaining: '5', total: '10', unit: '10' }
    expect(records).toEqual([{ packageId: 'p', customerId: 'c', resettable: false, items: [item] }])
    expect(itemIdsOf(records)).toEqual(['i'])
    const usage = { free_resource_id: 'i', amount: 4.5, quota_reuse_cycle: 3 }
    expect(withUsages(records, [usage, null])[0]?.['items']).toEqual([
      { ...item, remaining: '4.5', resetCycle: '3' },
    ])
  })
  it('adds decimals exactly', () => {
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
    const text = (value: bigint) =>
      `${value < 0n ? '-' : ''}${String(value < 0n ? -value : value)
        .padStart(3, '0')
        .replace(/(..)$/, '.$1')}`
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(addDecimals(text(a), text(b))).toBe(text(a + b))
      }),
    )
    expect(addDecimals('1', '-0.00000001')).toBe('0.99999999')
  })
  it('never throws, whatever a row holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.jsonValue()), (name, rows) => {
        const { records, rejected } = readRows(name, rows, cn)
        expect(records.length + rejected.length).toBe(rows.length)
      }),
    )
  })
})

function at(field: ContractField | undefined, path: string): ContractField | undefined {
  return path.split('.').reduce<ContractField | undefined>((inner, part) => {
    const found = inner?.fields?.[part.replace('[]', '')]
    return part.endsWith('[]') ? found?.items : found
  }, field)
}
