/** What can go wrong with the open API, at a test's command. */
import { type Dice, dice } from '../dice.ts'

export type ApiFaultKind =
  | 'throttle'
  | 'error503'
  | 'cut'
  | 'hang-up'
  | 'slow'
  | 'code200'
  | 'redirect'
  | 'total'
  | 'repeat'
  | 'empty'

export interface ApiFault {
  kind: ApiFaultKind
  /** The operation it befalls; every one when absent. */
  operation?: string
  /** How often; without end when absent. */
  times?: number
  /** Of the requests, 0 to 1; all of them when absent. */
  share?: number
  /** Requests with a record offset below it are spared. */
  fromOffset?: number
  delayMs?: number
  /** For `throttle`: seconds of `Retry-After`. */
  retryAfter?: number
  /** For `redirect`: where to. */
  to?: string
}

export interface ApiFaults {
  set(faults: ApiFault[]): void
  next(operation: string, offset: number): ApiFault | undefined
}

export function createApiFaults(): ApiFaults {
  let active: ApiFault[] = []
  let throws: Dice = dice(1)
  return {
    set: (faults) => {
      active = faults.map((fault) => ({ ...fault }))
      throws = dice(1)
    },
    next: (operation, offset) => {
      const fault = active.find(
        (one) =>
          (one.operation ?? operation) === operation &&
          (one.times ?? 1) > 0 &&
          offset >= (one.fromOffset ?? 0) &&
          (one.share === undefined || throws.chance(one.share)),
      )
      if (fault?.times !== undefined) fault.times -= 1
      return fault
    },
  }
}
