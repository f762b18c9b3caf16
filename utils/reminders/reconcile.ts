import { first } from '@/utils/cache/live'
import type { Cache, Reminder } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { Value } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import { topics } from '@/utils/settings/rule'
import { planOf, type Due } from './rules'
import type { Rows } from './subjects'
import { about, ruleOf } from './topics'

/** What a notification has to say. */
export interface ReminderNotice {
  /** Of the reminder, also the notification's: shown twice it would still be one. */
  id: string
  /** Absent: an export file. */
  kind?: KindName
  account: string
  taskKey: string
  name?: string
  /** Slug of the page the export was asked on. */
  page?: string
  /** 0: it has happened now. */
  hours: number
  /** The deadline, epoch ms; Infinity where there is none. */
  lapsesAt: number
  /** On the first of several: how many one summary stands for, files lapsed meanwhile included. */
  digest?: number
}
export interface Rim {
  /** Shows one notification; of several notices a summary. False where notifications are not allowed. */
  notify(reminders: ReminderNotice[]): Promise<boolean>
  /** Sets the one wake-up alarm, epoch ms, or takes it away. */
  setAlarm(at: number | undefined): Promise<void>
  /** How many export files lapse within a day. */
  badge?(count: number): void
  /**
   * Whether rows of other kinds than exports are to be looked through, too: they may be many and their reminders are
   * a matter of days. True when absent.
   */
  lookWide?(): Promise<boolean>
}

/**
 * Brings the reminders in line with what is due at `now`: shows each once and sets the alarm for the next. May be
 * called at any time, from any context, as often as one likes.
 * @param now epoch ms
 */
export async function reconcile(cache: Cache, now: number, rim: Rim): Promise<void> {
  const settings = await cache.settings()
  const rows = await rowsFor(cache, settings, now, rim)
  // Decided and claimed in one strict transaction: of two contexts only one gets a reminder to show.
  const { due, lapsed, next, soon } = await cache.changeReminders((present) => {
    const plan = planOf(rows, present, settings, now)
    return { put: plan.put, remove: plan.remove, result: plan }
  })
  rim.badge?.(soon)
  // While a claim is held the alarm stands at its end: were this context stopped here, the next one shows it.
  await rim.setAlarm(next)
  if (due.length === 0) return
  let shown = false
  try {
    shown = await rim.notify(notices(due, lapsed))
  } finally {
    await release(cache, due, shown, now)
  }
  const after = await cache.changeReminders((present) => ({
    put: [],
    remove: [],
    result: planOf(rows, present, settings, now).next,
  }))
  await rim.setAlarm(after)
}

/** Exports always; other kinds where a rule asks for them, and now and then only. */
async function rowsFor(cache: Cache, settings: Settings, now: number, rim: Rim): Promise<Rows> {
  const rows: Rows = { exportTask: await cache.read('exportTask') }
  const isDue = async () =>
    (await first(cache.reminders())).some(
      ({ kind, state, dueAt }) => kind !== undefined && state === 'planned' && dueAt <= now,
    )
  if (rim.lookWide && !(await rim.lookWide()) && !(await isDue())) return rows
  for (const topic of topics) {
    const { kind } = about[topic]
    if (kind === 'exportTask') continue
    rows[kind] = ruleOf(topic, settings).on ? await cache.read(kind) : []
  }
  return rows
}

function notices(due: readonly Due[], lapsed: number): ReminderNotice[] {
  const digest = due.length + lapsed
  return due.map(({ reminder, record, deadline }, index) => ({
    id: reminder.id,
    ...(reminder.kind ? { kind: reminder.kind } : {}),
    account: reminder.account,
    taskKey: reminder.taskKey,
    ...(reminder.kind ? {} : { ...text('name', record.name), ...text('page', record.page) }),
    hours: reminder.hours,
    lapsesAt: deadline,
    ...(index === 0 && digest > 1 ? { digest } : {}),
  }))
}
const text = (name: 'name' | 'page', value: Value | undefined) =>
  typeof value === 'string' ? { [name]: value } : {}

/** Shown ones are done with; ones that could not be shown stay planned, and in the list. */
function release(cache: Cache, due: readonly Due[], shown: boolean, now: number): Promise<void> {
  const ids = new Set(due.map(({ reminder }) => reminder.id))
  return cache.changeReminders((present) => {
    const put = present
      .filter((each) => ids.has(each.id) && each.state === 'planned')
      .map((each): Reminder => {
        const free = { ...each }
        delete free.claimedAt
        return shown ? { ...free, state: 'shown', shownAt: now } : free
      })
    return { put, remove: [], result: undefined }
  })
}
