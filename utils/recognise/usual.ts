import type { Field } from '@/utils/kinds/define'
import { decimalOf, plainNumber } from './amounts'
import { usualTime } from './dates'
import { isNothing, usualId, type Setting } from './values'

/** Reads a value in the form nearly every cell has; undefined for any other, which is not to say that it holds nothing. */
export type Usual = (cell: unknown) => string | number | undefined

const special = new Set([
  'page',
  'year',
  'serviceName',
  'resourceTypeName',
  'serviceType',
  'resourceType',
])

/** The short way of `readValue` for large columns; it gives what that gives, or undefined. */
export function usualReader(
  name: string,
  field: Field,
  { zone, dates }: Setting,
): Usual | undefined {
  if (special.has(name)) return undefined
  switch (field.type) {
    case 'id':
      return (cell) =>
        typeof cell === 'string' && usualId.test(cell) && !isNothing(cell) ? cell : undefined
    case 'text':
      return field.personal === 'phone' || field.personal === 'email' ? undefined : usualText
    case 'amount':
      return usualAmount
    case 'time':
    case 'day-end':
      return dates
        ? undefined
        : (cell) => (typeof cell === 'string' ? usualTime(cell, zone) : undefined)
    default:
      return undefined
  }
}

function usualText(cell: unknown): string | undefined {
  if (typeof cell !== 'string' || cell.length > 200 || cell.indexOf('\n') >= 0) return undefined
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)]
  // Any space has its code below, between or above these.
  if (first < 33 || last < 33 || (first > 126 && first < 0x3400) || (last > 126 && last < 0x3400))
    return undefined
  return first > 0xfeff || last > 0xfeff || isNothing(cell) ? undefined : cell
}

function usualAmount(cell: unknown): string | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? decimalOf(cell) : undefined
  return typeof cell === 'string' && cell.length < 40 && plainNumber.test(cell) ? cell : undefined
}
