import type { Live } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { Refusal } from '@/utils/sources/api/failures'
import type { Oddity } from '@/utils/sources/api/pages'
import type { Plan } from '@/utils/sources/api/plan'
import type { Reconciled } from './reconcile'
import type { Progress } from '@/utils/sources/api/progress'
import type { ReadableName } from '@/utils/sources/api/readings'

export type { Credentials, Keys } from '@/utils/vault/types'

/** Why a sync waits for the user: the API's refusals, storage that is full, and what we did not foresee. */
export type Stop = Exclude<Refusal, 'caller' | 'customer'> | 'full' | 'newer' | 'other'

/**
 * `running` while a page works on it, and after one was closed in the midst of it: the next page goes on by itself.
 * `paused` and `stopped` wait for the user.
 */
export type SyncState = 'running' | 'paused' | 'stopped' | 'done'

/** One line of the log, in codes: texts are `sync.log.<code>`. No values of records, no keys. */
export interface LogEntry {
  /** Epoch ms. */
  at: number
  code:
    | 'started'
    | 'continued'
    | 'paused'
    | 'read'
    | 'unavailable'
    | 'failed'
    | 'odd'
    | 'rejected'
    | 'unknown-codes'
    | 'again'
    | 'stopped'
    | 'finished'
  operation?: ReadableName
  rows?: number
  requests?: number
  why?: string
  oddities?: readonly Oddity[]
  /** Names of fields. */
  fields?: readonly string[]
}

/** A sync without its steps: what pages show. */
export interface SyncHead {
  account: string
  /** Last four characters of the access key id (of nothing for a token): other keys must not go on with the plan. */
  keyTail: string
  state: SyncState
  stop?: Stop
  wish: Plan['wish']
  /** What is asked for again where this one was only for single bills: the wish of the last sync that was not. */
  usual?: Plan['wish']
  startedAt: number
  unavailable: Plan['unavailable']
  requests: number
  progress: Progress
  /** Newest last, the last 200. */
  log: LogEntry[]
  /** Epoch ms of the last change. */
  changedAt: number
}

/** A sync as it is kept. */
export interface Sync {
  head: SyncHead
  plan: Plan
}

/** When a kind was last read to its end, and which months were. */
export interface LastSync {
  at: number
  /** Epoch ms at which that sync began: changes since then are not in it. */
  since: number
  rows: number
  /** Every listing of it ended without a failure or an oddity. */
  complete: boolean
  /** By `YYYY-MM`: when it was read. */
  months?: Record<string, number>
}
export type History = Partial<Record<KindName, LastSync>>

/** What stays known of an account when its sync is over. */
export interface Notes {
  history: History
  reconciled: Reconciled
}

/** Where syncs are kept, one an account. */
export interface SyncStore {
  load(account: string): Promise<Sync | undefined>
  /** Head and changed steps in one transaction. */
  save(sync: Sync, notes?: Notes): Promise<void>
  notes(account: string): Promise<Notes>
  remove(account: string): Promise<void>
  /** Follows every page's work. */
  heads(): Live<SyncHead[]>
  allNotes(): Live<(Notes & { account: string })[]>
  close(): void
}
