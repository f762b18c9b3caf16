/** What a test may ask and set, in the same process or over `/__test/…` on loopback. */
import { accountOf } from './accounts.ts'
import type { ExportState, ExportTask } from './exports.ts'
import { newTask } from './export-service.ts'
import type { Fault } from './faults.ts'
import { pageOf, sheets } from './pages/index.ts'
import type { LoggedRequest } from './requests.ts'
import { viewerOf } from './rows.ts'
import { hashOf, truthOf, type TruthEntry, type TruthOptions } from './truth.ts'
import { wordingOf } from './wording/index.ts'
import type { World } from './world.ts'

export interface ServedEntry {
  sheet: string
  menu: string[]
  hash: string
  count: number
  ids: string[]
}

export interface MadeExport {
  /** The kind of export, such as `ISSUED_COUPON`; see `exports` of the pages. */
  type: string
  /** How long ago it was asked for; 0 by default. */
  ageMs?: number
  /** `running` never ends by itself, `failed` has failed at once. */
  outcome?: 'running' | 'failed' | 'completed'
}

export interface TaskState extends ExportTask {
  state: ExportState
}

export interface Control {
  now(): number
  setClock(now: number): void
  advanceClock(ms: number): void
  truth(options?: TruthOptions): TruthEntry[]
  served(account?: string): ServedEntry[]
  requests(): LoggedRequest[]
  reveals(): number
  tasks(): TaskState[]
  makeExport(made: MadeExport): TaskState
  /** Ends a running task now. */
  endExport(id: string, how: 'completed' | 'failed'): TaskState
  setAccount(id: string): void
  setWording(id: string): void
  setFaults(faults: Fault[]): void
  reset(): void
}

export function controlOf(world: World): Control {
  const stated = (task: ExportTask): TaskState => ({ ...task, state: world.exports.stateOf(task) })
  return {
    now: world.clock.now,
    setClock: world.clock.set,
    advanceClock: world.clock.advance,
    truth: (options) => truthOf(world, options),
    served: (account = world.account.id) =>
      sheets.map((sheet) => {
        const ids = world.served.of(account, sheet.id)
        const menu = [...pageOf(sheet.id).menu, sheet.words].map(({ zh }) => zh)
        return { sheet: sheet.id, menu, hash: hashOf(world, sheet), count: ids.length, ids }
      }),
    requests: world.log.all,
    reveals: () => world.reveals,
    tasks: () => world.exports.all().map(stated),
    makeExport: (made) => stated(makeExport(world, made)),
    endExport: (id, how) => {
      const task = world.exports.find(id)
      if (task === undefined) throw new RangeError(`no export ${id}`)
      task.doneAt = Math.min(task.doneAt, world.clock.now())
      task.failed = how === 'failed'
      return stated(task)
    },
    setAccount: (id) => {
      world.account = accountOf(id)
    },
    setWording: (id) => {
      world.wording = wordingOf(id)
    },
    setFaults: world.faults.set,
    reset: world.reset,
  }
}

function makeExport(
  world: World,
  { type, ageMs = 0, outcome = 'completed' }: MadeExport,
): ExportTask {
  const viewer = viewerOf(world.account)
  const requestedAt = world.clock.now() - ageMs
  const task = newTask(world, viewer, type, { page: 1, size: 10, where: {} }, requestedAt)
  task.failed = outcome === 'failed'
  task.doneAt = outcome === 'running' ? Number.MAX_SAFE_INTEGER : requestedAt
  return task
}
