import { fieldsOf } from './useMemory'

/** What the user found of a bill. */
export interface BillCheck {
  mark?: 'checked' | 'questioned'
  note?: string
}
/** By the id of the bill. */
export type BillChecks = Readonly<Record<string, BillCheck>>

const longestNote = 500

export function readChecks(found: unknown): BillChecks {
  const checks: Record<string, BillCheck> = Object.create(null)
  for (const [id, each] of Object.entries(fieldsOf(found))) {
    const { mark, note } = fieldsOf(each)
    checks[id] = {
      ...(mark === 'checked' || mark === 'questioned' ? { mark } : {}),
      ...(typeof note === 'string' && note !== '' ? { note: note.slice(0, longestNote) } : {}),
    }
  }
  return checks
}

/** With one bill's mark or note changed; '' takes it away. */
export const withCheck = (
  checks: BillChecks,
  id: string,
  change: { mark?: string; note?: string },
): BillChecks => readChecks({ ...checks, [id]: { ...checks[id], ...change } })
