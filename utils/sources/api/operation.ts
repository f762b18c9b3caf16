import type { Site } from '@/utils/kinds/define'

/** Who asks: a partner, or a customer with keys of its own. */
export type Caller = 'partner' | 'customer'

/** What the contract says of one parameter. `min` and `max` bound a number, a text's length or a list's. */
export interface Param {
  in: 'query' | 'body' | 'header'
  type: 'string' | 'integer' | 'boolean' | 'array'
  required?: boolean
  min?: number
  max?: number
  enum?: readonly string[]
  /** On the international and the European site, where they differ. */
  enumIntl?: readonly string[]
  default?: string | number | boolean
  pattern?: string
}

/** An operation of the contract, as much of it as a request and its paging need. */
export interface Operation {
  method: 'GET' | 'POST'
  path: string
  sites: readonly Site[]
  callers: readonly Caller[]
  /** For general distributors (总经销商) only. */
  distributor?: boolean
  /** Permission items of Partner Center of which an operator (操作员) needs any one. */
  items?: readonly string[]
  /** IAM actions that a customer's user needs. */
  actions?: readonly string[]
  /** Requests a second that the gateway lets through. */
  perSecond: number
  /** Where the rows stand in the answer. */
  list: string
  /** Where the number of all rows stands; absent where there is one answer and no pages. */
  total?: string
  offsetMax?: number
  limitMax?: number
  params: Readonly<Record<string, Param>>
}
