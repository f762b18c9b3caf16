import type { Field } from '@/utils/kinds/define'
import type { Value } from '@/utils/records'
import { readAmount } from '@/utils/recognise/amounts'
import { choiceReader } from '@/utils/recognise/choices'
import { readMonth, readTime } from '@/utils/recognise/dates'

/** Bills write days and months of Beijing's; moments say their zone. */
const BEIJING_MINUTES = 480

export const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/**
 * A value of the wire as the field wants it. Numbers may come as text and texts as numbers.
 * @returns undefined where it does not fit
 */
export function readWire(field: Field, value: unknown, setting?: string): Value | undefined {
  switch (field.type) {
    case 'id':
      return typeof value === 'number' && !Number.isSafeInteger(value) ? undefined : texted(value)
    case 'text':
      return texted(value)
    case 'amount':
    case 'decimal':
    case 'rate':
      return readAmount(value)
    case 'count':
      return Number.isInteger(Number(value)) ? Number(value) : undefined
    case 'time':
    case 'day-end':
      return readTime(value, BEIJING_MINUTES, field.type === 'day-end')
    case 'month':
      return readMonth(value)
    case 'flag':
      return flagged(value)
    case 'choice':
      return choiceReader(field).code(String(value), setting)
    case 'currency':
      return ['CNY', 'USD', 'EUR'].find((one) => one === value)
    case 'list':
      return listed(value)
    default:
      return undefined
  }
}

function texted(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : undefined
}

/** "0" and "1" as text or number, YES and NO; 2 is frozen too (is_frozen of customers). */
function flagged(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase()
  if (['1', 'true', '2', 'yes'].includes(text)) return true
  return ['0', 'false', 'no'].includes(text) ? false : undefined
}

function listed(value: unknown): string[] | undefined {
  const parts = typeof value === 'string' ? value.split(/[,，;；]/) : value
  if (!Array.isArray(parts) || parts.some((part) => typeof part !== 'string')) return undefined
  return (parts as string[]).map((part) => part.trim()).filter((part) => part !== '')
}
