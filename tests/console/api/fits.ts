/** Whether an answer is what the contract says. */
import type { Shape } from './contract.ts'

/** @returns where it is not, as paths with a word each; nothing for one that fits */
export function misfits(shape: Shape, value: unknown, site: string, path = '$'): string[] {
  if (!isA(shape.type, value)) return [`${path} is no ${shape.type}`]
  const codes = site === 'cn' ? shape.enum : (shape.enumIntl ?? shape.enum)
  // The contract's words on currencies are those of the Chinese site.
  const free = site !== 'cn' && path.endsWith('.currency')
  if (codes !== undefined && !free && !codes.includes(String(value))) {
    return [`${path} has the code ${String(value)}`]
  }
  if (Array.isArray(value)) {
    const { items } = shape
    return items === undefined
      ? []
      : value.flatMap((one, index) => misfits(items, one, site, `${path}[${index}]`))
  }
  if (shape.fields === undefined) return []
  const given = value as Record<string, unknown>
  const strange = Object.keys(given).filter((name) => shape.fields?.[name] === undefined)
  return [
    ...strange.map((name) => `${path}.${name} is not in the contract`),
    ...Object.entries(shape.fields).flatMap(([name, field]) => {
      if (given[name] === undefined) return field.required === true ? [`${path}.${name} lacks`] : []
      return misfits(field, given[name], site, `${path}.${name}`)
    }),
  ]
}

function isA(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'number':
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null
    default:
      return typeof value === type
  }
}
