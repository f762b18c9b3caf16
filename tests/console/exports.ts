/**
 * Export tasks: asked for, running, done or failed, kept for three days, then gone. Section 5 of DOMAIN.md;
 * only 已完成 is documented, the other states are guesses.
 */
import { clockTime, DAY_MS, stamp } from './beijing.ts'
import type { Query } from './pages/asking.ts'
import type { Clock } from './clock.ts'
import { unique } from './dice.ts'

/** How long a file is kept, and how long its row stays after that. */
const KEPT_MS = 3 * DAY_MS
const LISTED_MS = 4 * DAY_MS

export interface ExportTask {
  id: string
  type: string
  account: string
  applicant: string
  fileName: string
  requestedAt: number
  doneAt: number
  failed: boolean
  rows: number
  query: Query
  /** The language and money of the screen it was asked from. */
  locale: 'zh-cn' | 'en-us'
  currency: 'CNY' | 'USD'
  downloads: number
}

/** 1 文件生成中, 2 已完成, 3 导出失败, 4 已失效 */
export type ExportState = 1 | 2 | 3 | 4

export type NewTask = Pick<
  ExportTask,
  'type' | 'account' | 'applicant' | 'rows' | 'query' | 'locale' | 'currency'
> & { as: 'csv' | 'xlsx' }

export interface Exports {
  create(task: NewTask, requestedAt?: number): ExportTask
  /** Newest first; those that have left the list are left out. */
  of(type: string, account: string): ExportTask[]
  all(): ExportTask[]
  find(id: string): ExportTask | undefined
  stateOf(task: ExportTask): ExportState
  clear(): void
}

export function createExports(clock: Clock, runningMs: number): Exports {
  let tasks: ExportTask[] = []
  let made = 0
  const stateOf = (task: ExportTask): ExportState => {
    if (clock.now() < task.doneAt) return 1
    if (task.failed) return 3
    return clock.now() < task.requestedAt + KEPT_MS ? 2 : 4
  }
  return {
    create: ({ as, ...asked }, requestedAt = clock.now()) => {
      const id = `EXP${stamp(requestedAt)}${unique(made++, 91).toUpperCase()}`
      const written = clockTime(requestedAt).replaceAll(/\D/g, '')
      const task = {
        ...asked,
        id,
        fileName: `${asked.type}_${written}.${as}`,
        requestedAt,
        doneAt: requestedAt + runningMs,
        failed: false,
        downloads: 0,
      }
      tasks.push(task)
      return task
    },
    of: (type, account) =>
      tasks
        .filter((task) => task.type === type && task.account === account)
        .filter((task) => clock.now() < task.requestedAt + LISTED_MS)
        .toSorted((one, other) => other.requestedAt - one.requestedAt),
    all: () => [...tasks],
    find: (id) => tasks.find((task) => task.id === id),
    stateOf,
    clear: () => {
      tasks = []
      made = 0
    },
  }
}

/** Files of this export are fetched by a signed link, which dies long before the file does. */
const SIGNED = 'PARTNER_BILL'
const SIGNED_MS = 5 * 60_000

export const isLinkAlive = ({ type }: ExportTask, expires: number, now: number): boolean =>
  type !== SIGNED || now < expires

/** The task as a row of 导出记录. */
export const recordOf = (
  task: ExportTask,
  state: ExportState,
  now: number,
): Record<string, unknown> => ({
  ...(task.type === SIGNED && state === 2 ? { expires: now + SIGNED_MS } : {}),
  taskId: task.id,
  taskType: task.type,
  fileName: task.fileName,
  applyTime: clockTime(task.requestedAt),
  finishTime: state === 1 ? null : clockTime(task.doneAt),
  exportStatus: state,
  recordCount: state === 2 || state === 4 ? task.rows : null,
  applicant: task.applicant,
})
