import type { KindName } from '@/utils/kinds'
import { hosts } from './hosts'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'
import type { ReadableName } from './readings'
import { byCustomer, isWanted, stepsFor, type Wish } from './steps'

/** One line of "what will be called", shown before the first request. */
export interface Announced {
  name: OperationName
  kind: KindName
  method: Operation['method']
  host: string
  path: string
  /** Permission items of Partner Center, any one of which an operator needs. */
  items: readonly string[]
  /** IAM actions a customer's user needs. */
  actions: readonly string[]
  /** Listings known so far. */
  listings: number
  /** One listing more for every customer the first operation finds. */
  eachCustomer: boolean
}

/** What a sync will call, in its order; what is asked for, not yet how many pages that is. */
export function announced(wish: Wish): Announced[] {
  const steps = stepsFor(wish)
  const line = (name: OperationName, kind: KindName, eachCustomer: boolean): Announced => {
    const { method, path, items = [], actions = [] }: Operation = operations[name]
    const listings = steps.filter((step) => step.name === name).length
    return {
      name,
      kind,
      method,
      host: hosts[wish.site],
      path,
      items,
      actions,
      listings,
      eachCustomer,
    }
  }
  const kinds = new Map(steps.map(({ name, kind }): [ReadableName, KindName] => [name, kind]))
  const own = [...kinds].flatMap(([name, kind]) =>
    name === 'ListFreeResourceInfos'
      ? [line(name, kind, false), line('ListFreeResourceUsages', kind, false)]
      : [line(name, kind, false)],
  )
  const later = wish.caller === 'partner' ? byCustomer.filter((name) => isWanted(name, wish)) : []
  return [...own, ...later.map((name) => line(name, 'resource', true))]
}
