import type { Cache } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import type { AnswerOf } from '@/utils/messaging/protocol'
import { hosts } from '@/utils/sources/api/hosts'
import { dueAt, goesOnAt, scheduleKey, type Schedule } from '@/utils/sync/schedule'
import { surroundings } from '@/utils/vault/browser'
import { createKeeper } from '@/utils/vault/keeper'
import { toBase64 } from '@/utils/vault/seal'

const alarm = 'sync'
const page = 'syncing.html'
const keeper = createKeeper(surroundings())

async function schedule(): Promise<Schedule> {
  return ((await chrome.storage.local.get(scheduleKey))[scheduleKey] as Schedule | undefined) ?? {}
}
const keep = (next: Schedule) => chrome.storage.local.set({ [scheduleKey]: next })

/** A sync by itself: begins when it is due, or as soon as the vault is unlocked after that. */
export function syncOnAlarms(cache: () => Promise<Cache>): void {
  const run = () => void followSchedule(cache).catch(() => {})
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) run()
  })
  chrome.storage.session.onChanged.addListener((changes) => {
    const keys = [changes['keys.open'], changes['keys.memory']].filter((each) => each !== undefined)
    const there = keys.some(({ newValue }) => newValue !== undefined)
    // That open ones are used again is written there too, and begins nothing.
    if (there && keys.some(({ oldValue }) => oldValue === undefined)) run()
    // Locked or forgotten: no further call is signed. What is left of the plan stays.
    if (!there && keys.length > 0) void closePage()
  })
}

/** Begins what is due and sets the alarm for what comes next; due times are data, the alarm is only a hint. */
export async function followSchedule(cache: () => Promise<Cache>): Promise<void> {
  const { syncEveryHours } = await (await cache()).settings()
  const known = await schedule()
  if (syncEveryHours === 0) {
    await chrome.alarms.clear(alarm)
    if (known.at !== undefined) await chrome.storage.local.remove(scheduleKey)
    return
  }
  // Switched on just now: the first comes after the time that was set.
  if (known.at === undefined) await keep(Object.assign(known, { at: now() }))
  const begins = dueAt(known, syncEveryHours, now()) ?? Infinity
  const due = Math.min(begins, goesOnAt(known, now()) ?? Infinity)
  if (due > now()) return wakeAt(due)
  // One that is at work is let work, until the next is due: then it hangs.
  if (begins > now() && (await chrome.offscreen.hasDocument())) return wakeAt(begins)
  const waits = await obstacle()
  if (waits !== undefined) {
    if (known.waits !== waits) await keep({ ...known, waits })
    return
  }
  await keep({ at: begins > now() ? known.at : now(), open: now() })
  await closePage()
  await begin()
  await wakeAt(goesOnAt({ open: now() }, now()) ?? Infinity)
}

/** Created again only when it changes: the same alarm made anew would be pushed into the future for ever. */
async function wakeAt(when: number): Promise<void> {
  if ((await chrome.alarms.get(alarm))?.scheduledTime !== when)
    await chrome.alarms.create(alarm, { when })
}

async function obstacle(): Promise<Schedule['waits']> {
  const keys = await keeper.credentials()
  // Without any keys it waits for them, as for a vault that is locked.
  if (typeof keys === 'string') return 'locked'
  const origins = [`https://${hosts[keys.site]}/*`]
  return (await chrome.permissions.contains({ origins })) ? undefined : 'permission'
}

async function begin(): Promise<void> {
  await chrome.offscreen.createDocument({
    url: page,
    reasons: [chrome.offscreen.Reason.WORKERS],
    justification: 'Sync with the open API in a thread of its own, as the user has scheduled it',
  })
}

/** For the page that works on it. */
export async function syncDue(cache: () => Promise<Cache>): Promise<AnswerOf<'sync.due'>> {
  const keys = await keeper.credentials()
  const { syncShare: share, rememberNames } = await (await cache()).settings()
  if (typeof keys === 'string') return {}
  const dataKey = rememberNames ? await keeper.dataKey() : 'none'
  return { keys, share, ...(typeof dataKey === 'string' ? {} : { dataKey: toBase64(dataKey) }) }
}

export async function syncOver(): Promise<void> {
  const { open: _, ...rest } = await schedule()
  await keep(rest)
  await closePage()
}
const closePage = (): Promise<void> => chrome.offscreen.closeDocument().catch(() => {})
