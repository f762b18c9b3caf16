import type { Fields, Kind } from '@/utils/kinds/define'
import type { KindRecord } from '@/utils/records'
import type { Reader } from './columns'
import type { Surroundings } from './context'

const most = { shapes: 64 }

/**
 * Makes records of rows. Rows that have the same fields are copies of one record, filled anew: an object that grows
 * field by field takes about twice as long.
 * @param constants what every row is that does not say otherwise
 */
export function builderOf(
  kind: Kind<Fields>,
  readers: readonly Reader[],
  { caller }: Surroundings,
  constants: KindRecord,
): (cells: readonly unknown[]) => KindRecord {
  const decides = ({ field }: Reader) => kind.fields[field]?.codesBy
  const whole = readers.filter(({ put }) => !put)
  // A code whose meaning another field decides is read after that field.
  const ordered = [
    ...whole.filter((reader) => decides(reader) === undefined),
    ...whole.filter((reader) => decides(reader) !== undefined),
  ]
  const deciders = ordered.map((reader) => {
    const by = decides(reader)
    return by === undefined ? undefined : { by, at: ordered.findIndex(({ field }) => field === by) }
  })
  const many = ordered.length
  const first = deciders.findIndex((each) => each !== undefined)
  const plain = first < 0 ? many : first
  /** Which fields the row at hand has, as flags and as one number. */
  const filled = new Uint8Array(many)
  const bits = Float64Array.from(ordered, (_, at) => 2 ** at)
  const shapes = new Map<number, KindRecord>()
  let usual: KindRecord = constants
  let usualSet = 0

  const decided = (at: number, record: KindRecord) => {
    const { by, at: place } = deciders[at] ?? { by: '', at: -1 }
    const own = filled[place] === 1 ? record[by] : constants[by]
    const said = by === 'caller' ? caller : own
    return typeof said === 'string' ? said : undefined
  }
  /** A record of only the fields that were found, from one that has others besides. */
  const reshaped = (from: KindRecord, set: number) => {
    let shape = shapes.get(set)
    const record: KindRecord = { ...(shape ?? constants) }
    for (let at = 0; at < many; at++) {
      const { field } = ordered[at] as Reader
      if (filled[at] === 1) record[field] = from[field]
    }
    if (!shape && shapes.size < most.shapes) {
      // What is read from JSON keeps its values within itself.
      shape = JSON.parse(JSON.stringify(record)) as KindRecord
      shapes.set(set, shape)
    }
    if (shape) {
      usual = shape
      usualSet = set
    }
    return record
  }
  return (cells) => {
    const record: KindRecord = { ...usual }
    let set = 0
    for (let at = 0; at < many; at++) {
      const { usual: quick, read, column, field } = ordered[at] as Reader
      const cell = cells[column]
      const value = quick?.(cell) ?? (at < plain ? read(cell) : read(cell, decided(at, record)))
      const has = value !== undefined
      filled[at] = has ? 1 : 0
      if (!has) continue
      record[field] = value
      set += bits[at] as number
    }
    return set === usualSet ? record : reshaped(record, set)
  }
}
