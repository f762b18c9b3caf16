import type { Reminder } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import { subjectsOf, type Rows, type Subject, type Wanted } from './subjects'

/** A claim older than this is of a context that was stopped before it could show anything. */
export const claimLasts = 60_000
/** How long what is over stays in the log. */
const keptMs = 30 * 24 * 3_600_000

/** One reminder that is to be shown now. */
export interface Due {
  reminder: Reminder
  record: StoredRecord
  /** Epoch ms. */
  deadline: number
}
export interface Plan {
  /** Reminders that are new or changed. */
  put: Reminder[]
  remove: string[]
  /** To be shown now, claimed in `put`; nearest deadline first, at most one a record. */
  due: Due[]
  /** Export files that lapsed since the last look, with a reminder never shown. */
  lapsed: number
  /** Export files that lapse within a day and wait to be fetched. */
  soon: number
  /** When to look again, epoch ms. */
  next?: number
}
/**
 * What is to happen with the reminders at `now`. Of several that are due for one record only the latest is shown; the
 * earlier ones, and all of a record whose time is over, are missed. A file that was fetched or is gone needs none.
 */
export function planOf(
  rows: Rows,
  present: readonly Reminder[],
  settings: Wanted,
  now: number,
): Plan {
  const plan: Plan = { put: [], remove: [], due: [], lapsed: 0, soon: 0 }
  const known = new Map(present.map((each) => [each.id, each]))
  const closed = new Set(present.filter((each) => each.closed).map(recordOf))
  const needed = new Set<string>()
  for (const subject of subjectsOf(rows, known, settings, now)) {
    const { deadline, kind } = subject
    if (deadline <= now - keptMs) continue
    const reminders = subject.reminders.map((each) =>
      decided(each, known.get(each.id), closed, now),
    )
    for (const { id } of reminders) needed.add(id)
    planRecord(plan, reminders, known, subject, now)
    if (
      kind === 'exportTask' &&
      subject.waits &&
      deadline > now &&
      deadline <= now + 24 * 3_600_000
    )
      plan.soon += 1
  }
  settle(plan, present, needed, rows, now)
  plan.due.sort((a, b) => a.deadline - b.deadline)
  const touched = new Set([...plan.put.map(({ id }) => id), ...plan.remove])
  plan.next = earliest([...plan.put, ...present.filter(({ id }) => !touched.has(id))], now)
  return plan
}
const recordOf = ({ kind, account, taskKey }: Reminder) => `${kind ?? ''}|${account}|${taskKey}`

/** What was shown stays shown; the rest follows a due time that has moved, or the one the user put it off to. */
function decided(
  rule: Reminder,
  before: Reminder | undefined,
  closed: ReadonlySet<string>,
  now: number,
): Reminder {
  if (closed.has(recordOf(rule)))
    return { ...rule, ...before, account: rule.account, state: 'done' }
  if (!before) return rule
  // What has not happened cannot be put off to a time.
  const dueAt = rule.dueAt === Infinity ? Infinity : (before.snoozedTo ?? rule.dueAt)
  const again = before.state !== 'shown' && dueAt > now
  return { ...before, account: rule.account, dueAt, state: again ? 'planned' : before.state }
}

function planRecord(
  plan: Plan,
  reminders: Reminder[],
  known: ReadonlyMap<string, Reminder>,
  { record, deadline }: Subject,
  now: number,
): void {
  reminders.sort((a, b) => a.dueAt - b.dueAt)
  const over = deadline <= now
  const latest = reminders.findLast((each) => each.dueAt <= now)
  const revived = over ? undefined : missedTooSoon(reminders, latest)
  let missed = false
  for (const each of reminders) {
    let next = each
    if (each.dueAt <= now && (each.state === 'planned' || each === revived)) {
      const claimed = each.claimedAt !== undefined && Math.abs(now - each.claimedAt) < claimLasts
      if (over || each !== latest) {
        // Put off and overtaken: it was shown once.
        const unseen = each.shownAt === undefined
        next = { ...each, state: unseen ? 'missed' : 'shown' }
        missed ||= over && unseen && each.kind === undefined
      } else if (!claimed) {
        next = { ...each, state: 'planned', claimedAt: now }
        plan.due.push({ reminder: next, record, deadline })
      }
    }
    // Of coupons and the like that are met late, what came before is no news and was never planned.
    const late = each.kind !== undefined && next.state === 'missed' && !known.has(each.id)
    if (!late && changed(next, known.get(each.id))) plan.put.push(next)
  }
  if (missed) plan.lapsed += 1
}

/**
 * A reminder given up while its file could not be fetched (listed as running again, gone for one listing) or seemed to
 * lapse sooner: told after all, unless a later one was.
 */
function missedTooSoon(reminders: readonly Reminder[], latest?: Reminder): Reminder | undefined {
  if (latest?.state !== 'missed') return undefined
  const told = reminders.some((each) => each.state === 'shown' && each.dueAt > latest.dueAt)
  return told ? undefined : latest
}

/**
 * Reminders nothing asks for any more: done where the file was fetched, missed where it can be fetched no longer, and
 * removed where only the settings have changed or all is long over.
 */
function settle(
  plan: Plan,
  present: readonly Reminder[],
  needed: ReadonlySet<string>,
  rows: Rows,
  now: number,
): void {
  const tasks = new Map(
    (rows.exportTask ?? []).map((task) => [`${task.$.account}|${task.$.key}`, task]),
  )
  for (const each of present) {
    if (needed.has(each.id) || rows[each.kind ?? 'exportTask'] === undefined) continue
    const task = each.kind ? undefined : tasks.get(`${each.account}|${each.taskKey}`)
    const old = each.dueAt < now - keptMs
    if (each.state === 'planned') {
      if (task && isFetchedTask(task) && each.hours > 0) plan.put.push({ ...each, state: 'done' })
      else if (task && isLost(task) && each.hours > 0) plan.put.push({ ...each, state: 'missed' })
      else plan.remove.push(each.id)
    } else if (old) plan.remove.push(each.id)
    else if (each.state === 'shown' && task && isFetchedTask(task))
      plan.put.push({ ...each, state: 'done', acted: each.acted ?? 'downloaded' })
  }
}
const isFetchedTask = (task: StoredRecord): boolean =>
  task.downloadedAt !== undefined || task.importedAt !== undefined
const isLost = (task: StoredRecord): boolean =>
  task.status !== 'completed' || task.$.goneAt !== undefined

const changed = (next: Reminder, before: Reminder | undefined) =>
  !before ||
  next.state !== before.state ||
  next.dueAt !== before.dueAt ||
  next.claimedAt !== before.claimedAt ||
  next.account !== before.account

/** The next due time, or the end of a claim that somebody else holds. */
function earliest(reminders: readonly Reminder[], now: number): number | undefined {
  let next = Infinity
  for (const { state, dueAt, claimedAt } of reminders) {
    if (state !== 'planned') continue
    const time = dueAt > now ? dueAt : claimedAt === undefined ? Infinity : claimedAt + claimLasts
    if (time > now && time < next) next = time
  }
  return Number.isFinite(next) ? next : undefined
}
