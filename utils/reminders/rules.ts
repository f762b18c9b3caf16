import { isFetched, isWaiting } from '@/utils/cache/glance'
import type { Reminder } from '@/utils/cache/types'
import { lapsesAt } from '@/utils/exports/lapse'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'

const hour = 3_600_000
/** A claim older than this is of a context that was stopped before it could show anything. */
export const claimLasts = 60_000

/** One reminder that is to be shown now. */
export interface Due {
  reminder: Reminder
  task: StoredRecord
  /** Epoch ms. */
  lapsesAt: number
}
export interface Plan {
  /** Reminders that are new or changed. */
  put: Reminder[]
  remove: string[]
  /** To be shown now, claimed in `put`; nearest lapse first, at most one a task. */
  due: Due[]
  /** Tasks whose file lapsed since the last look, with a reminder never shown. */
  lapsed: number
  /** When to look again, epoch ms. */
  next?: number
}
type Wanted = Pick<Settings, 'exportReminderHours' | 'retentionHours'>

/**
 * What is to happen with the reminders at `now`. Of several that are due for one task only the latest is shown; the
 * earlier ones, and all of a task that has lapsed, are missed. A task that was fetched or is gone needs none.
 */
export function planOf(
  tasks: readonly StoredRecord[],
  present: readonly Reminder[],
  settings: Wanted,
  now: number,
): Plan {
  const plan: Plan = { put: [], remove: [], due: [], lapsed: 0 }
  const known = new Map(present.map((each) => [each.id, each]))
  const needed = new Set<string>()
  const nameOf = names(tasks, known)
  for (const task of tasks) {
    const lapse = isWaiting(task) ? lapsesAt(task, settings) : undefined
    if (lapse === undefined) continue
    const rules = rulesOf(task, nameOf(task), lapse, settings).map((rule) =>
      decided(rule, known.get(rule.id), now),
    )
    for (const rule of rules) needed.add(rule.id)
    planTask(plan, rules, known, { task, lapsesAt: lapse }, now)
  }
  settle(plan, present, needed, tasks)
  plan.due.sort((a, b) => a.lapsesAt - b.lapsesAt)
  const touched = new Set([...plan.put.map(({ id }) => id), ...plan.remove])
  plan.next = earliest([...plan.put, ...present.filter(({ id }) => !touched.has(id))], now)
  return plan
}

/**
 * What reminders of a task are named by: its key. Where two accounts have a task of the same key, the one that came
 * second by its account as well; neither may stand for the other.
 */
function names(
  tasks: readonly StoredRecord[],
  known: ReadonlyMap<string, Reminder>,
): (task: StoredRecord) => string {
  const owners = new Map<string, string>()
  const byName = new Map(
    [...known].map(([id, { account }]) => [id.slice(0, id.lastIndexOf('|')), account]),
  )
  const accounts = new Map<string, Set<string>>()
  for (const { $ } of tasks) accounts.set($.key, (accounts.get($.key) ?? new Set()).add($.account))
  for (const [key, all] of accounts) {
    const before = byName.get(key)
    owners.set(key, before !== undefined && all.has(before) ? before : ([...all].sort()[0] ?? ''))
  }
  return ({ $ }) => (owners.get($.key) === $.account ? $.key : `${$.account}|${$.key}`)
}

/** The reminders a task asks for, first due first. */
function rulesOf(task: StoredRecord, name: string, lapse: number, settings: Wanted): Reminder[] {
  const hours = [...new Set(settings.exportReminderHours)].filter((each) => each > 0)
  const { account, key: taskKey } = task.$
  return hours
    .sort((a, b) => b - a)
    .map((each) => ({
      id: `${name}|${each}`,
      account,
      taskKey,
      hours: each,
      dueAt: lapse - each * hour,
      state: 'planned',
    }))
}

/** What was shown stays shown; the rest follows a due time that has moved. */
function decided(rule: Reminder, before: Reminder | undefined, now: number): Reminder {
  if (!before) return rule
  const again = before.state !== 'shown' && rule.dueAt > now
  return {
    ...before,
    account: rule.account,
    dueAt: rule.dueAt,
    state: again ? 'planned' : before.state,
  }
}

function planTask(
  plan: Plan,
  rules: readonly Reminder[],
  known: ReadonlyMap<string, Reminder>,
  facts: Omit<Due, 'reminder'>,
  now: number,
): void {
  const over = facts.lapsesAt <= now
  const latest = rules.findLast((each) => each.dueAt <= now)
  const revived = over ? undefined : missedTooSoon(rules, latest)
  let missed = false
  for (const rule of rules) {
    let next = rule
    if (rule.dueAt <= now && (rule.state === 'planned' || rule === revived)) {
      const claimed = rule.claimedAt !== undefined && Math.abs(now - rule.claimedAt) < claimLasts
      if (over || rule !== latest) {
        next = { ...rule, state: 'missed' }
        missed ||= over
      } else if (!claimed) {
        next = { ...rule, state: 'planned', claimedAt: now }
        plan.due.push({ reminder: next, ...facts })
      }
    }
    if (changed(next, known.get(rule.id))) plan.put.push(next)
  }
  if (missed) plan.lapsed += 1
}

/**
 * A reminder given up while its file could not be fetched (listed as running again, gone for one listing) or seemed to
 * lapse sooner: told after all, unless a later one was.
 */
function missedTooSoon(rules: readonly Reminder[], latest?: Reminder): Reminder | undefined {
  if (latest?.state !== 'missed') return undefined
  const told = rules.some((each) => each.state === 'shown' && each.hours < latest.hours)
  return told ? undefined : latest
}

/**
 * Reminders nothing asks for any more: done where the file was fetched, missed where it can be fetched no longer, and
 * removed where only the settings have changed.
 */
function settle(
  plan: Plan,
  present: readonly Reminder[],
  needed: ReadonlySet<string>,
  tasks: readonly StoredRecord[],
): void {
  const known = new Map(tasks.map((task) => [`${task.$.account}|${task.$.key}`, task]))
  for (const each of present) {
    if (needed.has(each.id) || each.state === 'done') continue
    const task = known.get(`${each.account}|${each.taskKey}`)
    if (task && isFetched(task)) {
      if (each.state !== 'missed') plan.put.push({ ...each, state: 'done' })
    } else if (each.state === 'planned') {
      if (task && !isWaiting(task)) plan.put.push({ ...each, state: 'missed' })
      else plan.remove.push(each.id)
    }
  }
}

const changed = (next: Reminder, before: Reminder | undefined) =>
  !before ||
  next.state !== before.state ||
  next.dueAt !== before.dueAt ||
  next.claimedAt !== before.claimedAt ||
  next.account !== before.account

/** The next due time, or the end of a claim that somebody else holds. */
function earliest(reminders: readonly Reminder[], now: number): number | undefined {
  const times = reminders
    .filter((each) => each.state === 'planned')
    .map((each) =>
      each.dueAt > now
        ? each.dueAt
        : each.claimedAt === undefined
          ? Infinity
          : each.claimedAt + claimLasts,
    )
    .filter((time) => time > now && Number.isFinite(time))
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined
}
