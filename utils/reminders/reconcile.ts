import type { Cache, Reminder } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { Value } from '@/utils/records'
import { planOf, type Due } from './rules'

/** What a notification about an export file has to say. */
export interface ReminderNotice {
  /** `taskKey|hours`, also the notification's id: shown twice it would still be one. */
  id: string
  account: string
  taskKey: string
  name?: string
  /** Slug of the page the export was asked on. */
  page?: string
  hours: number
  /** Epoch ms. */
  lapsesAt: number
  /** On the first of several: how many files one summary stands for, those lapsed meanwhile included. */
  digest?: number
}
export interface Rim {
  /** Shows one notification; of several notices a summary. False where notifications are not allowed. */
  notify(reminders: ReminderNotice[]): Promise<boolean>
  /** Sets the one wake-up alarm, epoch ms, or takes it away. */
  setAlarm(at: number | undefined): Promise<void>
}

/**
 * Brings the reminders in line with what is due at `now`: shows each once and sets the alarm for the next. May be
 * called at any time, from any context, as often as one likes.
 * @param now epoch ms
 */
export async function reconcile(cache: Cache, now: number, rim: Rim): Promise<void> {
  const settings = await cache.settings()
  const tasks = await cache.read('exportTask' as KindName)
  // Decided and claimed in one strict transaction: of two contexts only one gets a reminder to show.
  const { due, lapsed, next } = await cache.changeReminders((present) => {
    const plan = planOf(tasks, present, settings, now)
    return { put: plan.put, remove: plan.remove, result: plan }
  })
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
    result: planOf(tasks, present, settings, now).next,
  }))
  await rim.setAlarm(after)
}

function notices(due: readonly Due[], lapsed: number): ReminderNotice[] {
  const digest = due.length + lapsed
  return due.map(({ reminder, task, lapsesAt }, index) => ({
    id: reminder.id,
    account: reminder.account,
    taskKey: reminder.taskKey,
    ...text('name', task.name),
    ...text('page', task.page),
    hours: reminder.hours,
    lapsesAt,
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
