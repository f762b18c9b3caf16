import { isProvisional } from '@/utils/cache/provisional'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import { isAssumed, lapsesAt } from '@/utils/expiry/lapse'

/** Where an export stands, as a person asks: is it made, is its file still there, have we got it, is it read. */
export const ledgerStates = [
  'running',
  'ready',
  'failed',
  'lapsed',
  'downloaded',
  'imported',
] as const
export type LedgerState = (typeof ledgerStates)[number]

export interface LedgerLine {
  task: StoredRecord
  state: LedgerState
  /** Epoch ms; absent where nothing says when it was asked for. */
  lapsesAt?: number
  /** Worked out from request and retention. */
  assumed: boolean
  /** What a search looks through, lower case. */
  text: string
}

/**
 * Every export ever seen, those the console forgot included; newest first.
 * @param pageWord the page of an export in words
 * @param now epoch ms
 */
export function ledgerOf(
  tasks: readonly StoredRecord[],
  settings: Pick<Settings, 'retentionHours'>,
  pageWord: (task: StoredRecord) => string,
  now: number,
): LedgerLine[] {
  const words = new Map<unknown, string>()
  const wordOf = (task: StoredRecord) => {
    const word = words.get(task.page) ?? pageWord(task).toLowerCase()
    words.set(task.page, word)
    return word
  }
  return tasks
    .map((task) => {
      const at = lapsesAt(task, settings)
      const texts = [task.name, task.fileName, task.taskId, task.savedAs, wordOf(task)]
      return {
        task,
        state: stateOf(task, at, now),
        assumed: isAssumed(task),
        text: texts.filter(Boolean).join('\n').toLowerCase(),
        ...(at === undefined ? {} : { lapsesAt: at }),
      }
    })
    .sort((a, b) => asked(b.task) - asked(a.task))
}
const asked = ({ requestedAt }: StoredRecord): number => Number(requestedAt ?? 0)

function stateOf(task: StoredRecord, lapse: number | undefined, now: number): LedgerState {
  if (task.importedAt !== undefined) return 'imported'
  if (task.downloadedAt !== undefined) return 'downloaded'
  if (task.status === 'failed') return 'failed'
  if (task.status === 'expired' || (lapse !== undefined && lapse <= now)) return 'lapsed'
  // A list that was read whole and no longer holds it: its file is gone with it.
  if (task.$.goneAt !== undefined) return 'lapsed'
  return task.status === 'completed' ? 'ready' : 'running'
}

/** An export whose file nobody has: it lapsed, and nothing newer of the same content took its place. */
export interface Gap {
  /** Slug of the page it was asked on. */
  page: unknown
  /** `YYYY-MM` in Beijing: of its content where its name says so, else of the request. */
  month: string
  count: number
  /** Epoch ms of the last one's lapse; absent where nobody knows. */
  lapsedAt?: number
}

/** What was exported and never fetched, by page and month; newest first. */
export function gapsOf(lines: readonly LedgerLine[]): Gap[] {
  const heaps = new Map<string, { gap: Gap; have: boolean }>()
  for (const line of lines) {
    // Only the console's word that it was begun: whether a file was ever made, nobody saw.
    if (isProvisional(line.task) && line.state === 'lapsed') continue
    const month = monthOf(line.task)
    const key = `${String(line.task.page)}|${month}`
    const heap = heaps.get(key) ?? { gap: { page: line.task.page, month, count: 0 }, have: false }
    if (line.state === 'lapsed') {
      heap.gap.count += 1
      const last = Math.max(heap.gap.lapsedAt ?? 0, line.lapsesAt ?? 0)
      if (last > 0) heap.gap.lapsedAt = last
    } else if (line.state !== 'failed') heap.have = true
    heaps.set(key, heap)
  }
  return [...heaps.values()]
    .filter(({ gap, have }) => gap.count > 0 && !have)
    .map(({ gap }) => gap)
    .sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0))
}

function monthOf(task: StoredRecord): string {
  const named = /(?<!\d)(20\d{2})[-_年.]?(0[1-9]|1[0-2])(?!\d)/.exec(String(task.name ?? ''))
  if (named) return `${named[1]}-${named[2]}`
  const at = asked(task)
  return at > 0 ? new Date(at + 8 * 3_600_000).toISOString().slice(0, 7) : ''
}
