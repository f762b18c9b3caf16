/**
 * Writes `utils/sources/api/operations.ts` from the parts of the vendor's contract that are in use.
 *
 *     npm run generate:api                         from tests/fixtures/contract/bss-api.json
 *     npm run generate:api -- --contract <file>    takes those parts anew from the whole contract first
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'

/** The operations that a sync calls; nothing of the other ones is kept. */
export const inUse = [
  'ListSubCustomerCoupons',
  'ListQuotaCoupons',
  'ListIssuedPartnerCoupons',
  'ListPartnerCouponsRecord',
  'ListIssuedCouponQuotas',
  'ListCouponQuotasRecords',
  'ListCustomerCouponChangeRecords',
  'ListFreeResourceInfos',
  'ListFreeResourceUsages',
  'ListPayPerUseCustomerResources',
  'ListCustomerOnDemandResources',
  'ListSubCustomers',
  'ListIndirectPartners',
  'ListSubcustomerMonthlyBills',
  'ListSubCustomerBillDetail',
  'ListConsumeSubCustomers',
  'ListPartnerAdjustRecords',
  'ListPartnerAccountChangeRecords',
  'ListCustomersBalancesDetail',
  'ListPartnerBalances',
  'ListIncentiveDiscountPolicies',
  'ShowCustomerMonthlySum',
  'ListCustomerselfResourceRecords',
]

export interface ContractField {
  type: string
  format?: string
  required?: boolean
  enum?: string[]
  enumIntl?: string[]
  items?: ContractField
  fields?: Record<string, ContractField>
}
export interface ContractParam extends ContractField {
  name: string
  in: string
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  pattern?: string
  default?: string | number | boolean
}
export interface ContractOperation {
  operationId: string
  method: string
  path: string
  sites: string[]
  caller: {
    partner: boolean
    customer: boolean
    distributorOnly: boolean
    partnerPermissionItemsAnyOf?: string[]
    iamActions?: string[]
  }
  rateLimit: { perSecond: number }
  paging?: {
    offset: { max: number }
    limit: { max: number }
    totalField: string
    listField: string
  }
  params: ContractParam[]
  response: ContractField
}

const fixture = new URL('../fixtures/contract/bss-api.json', import.meta.url)
const target = new URL('../../utils/sources/api/operations.ts', import.meta.url)

export const contract = (): ContractOperation[] =>
  JSON.parse(readFileSync(fixture, 'utf8')) as ContractOperation[]

/** The text of `operations.ts`. */
export async function generated(operations: ContractOperation[]): Promise<string> {
  const table = Object.fromEntries(
    operations.map((operation) => [operation.operationId, entryOf(operation)]),
  )
  const code = `import type { Operation } from './operation'

/**
 * The operations of the open API that are in use, by the contract's names.
 * Written by tests/tools/generate-api.ts: change the contract's parts or the list there, not this file.
 */
export const operations = ${JSON.stringify(table)} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof operations
`
  return format(code, { parser: 'typescript', semi: false, singleQuote: true, printWidth: 100 })
}

function entryOf(operation: ContractOperation): object {
  const { method, path, caller, paging, params, rateLimit } = operation
  const sites = operation.sites.includes('intl') ? [...operation.sites, 'eu'] : operation.sites
  const only = Object.entries(operation.response.fields ?? {}).find(
    ([, field]) => field.type === 'array',
  )
  return {
    method,
    path,
    sites,
    callers: (['partner', 'customer'] as const).filter((one) => caller[one]),
    ...(caller.distributorOnly ? { distributor: true } : {}),
    items: caller.partnerPermissionItemsAnyOf,
    actions: caller.iamActions,
    perSecond: rateLimit.perSecond,
    list: paging?.listField ?? only?.[0],
    ...(paging === undefined
      ? {}
      : {
          total: paging.totalField,
          offsetMax: paging.offset.max,
          limitMax: paging.limit.max,
        }),
    params: Object.fromEntries(params.map((param) => [param.name, paramOf(param)])),
  }
}

/** JSON leaves out what is undefined. */
const paramOf = (param: ContractParam): object => ({
  in: param.in,
  type: param.type,
  required: param.required === true ? true : undefined,
  min: param.min ?? (param.minLength === 0 ? undefined : param.minLength),
  max: param.max ?? param.maxLength ?? param.maxItems,
  enum: param.enum,
  enumIntl: param.enumIntl,
  default: param.default,
  pattern: param.pattern,
})

const unneeded = new Set(
  'desc notes example title titleZh errors sourceUrl schemaSource relevance provenance auth dimensions source style'.split(
    ' ',
  ),
)

/** Only what a request or a check needs, without descriptions; enumerations by their codes. */
function shortened(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => shortened(one))
  if (typeof value !== 'object' || value === null) return value
  if (key.startsWith('enum')) return Object.keys(value)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => {
        const named = key === 'fields' || !unneeded.has(name)
        return named && one !== null && !(name === 'required' && one === false)
      })
      .map(([name, one]) => [name, shortened(one, key === 'fields' ? '' : name)]),
  )
}

export function partsOf(whole: ContractOperation[]): unknown {
  const found = inUse.map((name) => whole.find(({ operationId }) => operationId === name))
  if (found.includes(undefined)) throw new RangeError('the contract lacks an operation in use')
  return shortened(found)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { contract: { type: 'string' } } })
  if (values.contract !== undefined) {
    const whole = JSON.parse(readFileSync(values.contract, 'utf8')) as ContractOperation[]
    const lines = (partsOf(whole) as unknown[]).map((one) => JSON.stringify(one))
    writeFileSync(fixture, `[\n${lines.join(',\n')}\n]\n`)
  }
  writeFileSync(target, await generated(contract()))
}
