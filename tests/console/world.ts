/** Everything one running console remembers, in one place, so that it can be set and forgotten as a whole. */
import { type Account, accountOf, accounts } from './accounts.ts'
import { dayStart } from './beijing.ts'
import { type Clock, createClock } from './clock.ts'
import type { Book } from './data/book.ts'
import { createExports, type Exports } from './exports.ts'
import { createFaults, type Faults } from './faults.ts'
import { createRequestLog, type RequestLog } from './requests.ts'
import { createServed, type Served } from './served.ts'
import { current } from './wording/current.ts'
import type { Wording } from './wording/wording.ts'

export interface WorldOptions {
  seed?: number
  /** About how many rows the longest lists have; 10 to 1,000,000. */
  scale?: number
  /** How many customers there are, and resources of each, where that is not to follow from the scale. */
  customers?: number
  resourcesEach?: number
  exportSeconds?: number
  /** Where the clock starts and what the data is dated around, epoch ms. */
  now?: number
  latencyMs?: number
}

export interface World {
  clock: Clock
  account: Account
  wording: Wording
  exports: Exports
  log: RequestLog
  served: Served
  faults: Faults
  reveals: number
  latencyMs: number
  bookOf(account: Account): Book
  reset(): void
}

export function createWorld(options: WorldOptions = {}): World {
  const { seed = 7, scale = 100, exportSeconds = 3, latencyMs = 25 } = options
  const start = options.now ?? Date.now()
  const today = dayStart(start)
  const clock = createClock(start)
  const first = accountOf('partner-a')
  const world: World = {
    clock,
    account: first,
    wording: current,
    exports: createExports(clock, exportSeconds * 1000),
    log: createRequestLog(),
    served: createServed(),
    faults: createFaults(),
    reveals: 0,
    latencyMs,
    bookOf: (account) => ({
      seed: seed * 100 + accounts.indexOf(account),
      scale,
      ...(options.customers === undefined ? {} : { customers: options.customers }),
      ...(options.resourcesEach === undefined ? {} : { resourcesEach: options.resourcesEach }),
      today,
      now: clock.now(),
      site: account.site,
    }),
    reset: () => {
      clock.set(options.now ?? Date.now())
      Object.assign(world, { account: first, wording: current, reveals: 0 })
      world.exports.clear()
      world.log.clear()
      world.served.clear()
      world.faults.set([])
    },
  }
  return world
}
