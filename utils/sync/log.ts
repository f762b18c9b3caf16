import type { Advanced } from '@/utils/sources/api/advance'
import type { Plan } from '@/utils/sources/api/plan'
import type { ReadableName } from '@/utils/sources/api/readings'
import { byCustomer } from '@/utils/sources/api/steps'
import type { LogEntry } from './types'

/** What the user is told of an answer: failures at once, what was read when the operation's last listing has ended. */
export function saidOf(before: Plan, after: Plan, advanced: Advanced, at: number): LogEntry[] {
  const { name: operation } = advanced.step
  const said: LogEntry[] = []
  const { failure, unknownCodes } = advanced
  if (failure?.reason === 'caller') said.push({ at, code: 'unavailable', operation })
  else if (failure !== undefined) {
    const over = after.steps.find(({ id }) => id === advanced.step.id)?.state === 'failed'
    said.push({
      at,
      code: over ? 'failed' : 'again',
      operation,
      why: failure.reason ?? failure.name,
    })
  }
  if (unknownCodes.length > 0) {
    said.push({ at, code: 'unknown-codes', operation, fields: unknownCodes })
  }
  if (isOpen(before, operation) && !isOpen(after, operation))
    said.push(...ended(after, operation, at))
  return said
}

function ended({ steps }: Plan, operation: ReadableName, at: number): LogEntry[] {
  const own = steps.filter(({ name, state }) => name === operation && state === 'done')
  if (own.length === 0) return []
  const said: LogEntry[] = [
    { at, code: 'read', operation, rows: own.reduce((sum, { rows }) => sum + rows, 0) },
  ]
  const rejected = own.reduce((sum, each) => sum + each.rejected, 0)
  if (rejected > 0) said.push({ at, code: 'rejected', operation, rows: rejected })
  const oddities = [...new Set(own.flatMap(({ listing }) => listing?.oddities ?? []))]
  if (oddities.length > 0) said.push({ at, code: 'odd', operation, oddities })
  return said
}

/** Whether more of an operation is to be read, or may still be found to be. */
function isOpen({ steps }: Plan, operation: ReadableName): boolean {
  const isWaiting = (name: ReadableName): boolean =>
    steps.some((step) => step.name === name && step.state === 'waiting')
  const perCustomer = (byCustomer as readonly ReadableName[]).includes(operation)
  return isWaiting(operation) || (perCustomer && isWaiting('ListSubCustomers'))
}
