import type { KindName } from '@/utils/kinds'
import { hosts } from './hosts'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'
import { type ReadableName, readings } from './readings'
import { byCustomer, customersAtOnce, isWanted, stepsFor, type Wish } from './steps'

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
  /** One listing more for every so many customers the first operation finds; 0 where it does not ask about them. */
  customersEach: number
}

/** What a sync will call, in its order; what is asked for, not yet how many pages that is. */
export function announced(wish: Wish): Announced[] {
  const steps = stepsFor(wish)
  const line = (name: OperationName, kind: KindName, customersEach: number): Announced => {
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
      customersEach,
    }
  }
  const kinds = new Map(steps.map(({ name, kind }): [ReadableName, KindName] => [name, kind]))
  const own = [...kinds].flatMap(([name, kind]) =>
    name === 'ListFreeResourceInfos'
      ? [line(name, kind, 0), line('ListFreeResourceUsages', kind, 0)]
      : [line(name, kind, 0)],
  )
  const later = wish.caller === 'partner' ? byCustomer.filter((name) => isWanted(name, wish)) : []
  return [...own, ...later.map((name) => line(name, readings[name].kind, customersAtOnce(name)))]
}
