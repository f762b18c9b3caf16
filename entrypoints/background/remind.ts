import { showBadge } from './badge'
import { now } from '@/utils/clock'
import type { Cache } from '@/utils/cache/types'
import { browserDownloads, noteTypes, settleDownloads } from '@/utils/exports/settle'
import { reconcile } from '@/utils/reminders/reconcile'
import { fetchByItself } from './fetch'
import { listenToClicks, notify } from './notify'
import { tidyDaily } from './tidy'
import { followRunning, watchOnAlarms } from './watch'

const alarm = 'wake'
/** Other kinds than exports are looked through by the hour; see `aheadMs` in `utils/reminders/subjects`. */
const wide = { alarm: 'look', everyMs: 3_600_000 }

/** Listens for what may wake reminders; due times are data in the cache, the alarm is only a hint. */
export function remindOnAlarms(cache: () => Promise<Cache>): void {
  const run = () => void wake(cache).catch(() => {})
  chrome.alarms.onAlarm.addListener(run)
  watchOnAlarms(cache)
  chrome.runtime.onStartup.addListener(run)
  chrome.runtime.onInstalled.addListener(run)
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'active') run()
  })
  const listen = () => {
    listenToClicks(cache, run)
    listenToDownloads(run)
  }
  chrome.permissions.onAdded.addListener(() => {
    listen()
    run()
  })
  listen()
}

let hearing = false
/** A download that ends while none of our pages is open. */
function listenToDownloads(run: () => void): void {
  if (hearing || !chrome.downloads) return
  hearing = true
  noteTypes()
  chrome.downloads.onChanged.addListener(({ state }) => {
    if (state) run()
  })
}

let running: Promise<void> = Promise.resolve()
/** Shows what is due and sets the one alarm for what comes next; one run after the other. */
export function wake(cache: () => Promise<Cache>): Promise<void> {
  running = running
    .catch(() => {})
    .then(async () => {
      const opened = await cache()
      if (chrome.downloads) await settleDownloads(opened, browserDownloads, now())
      await reconcile(opened, now(), {
        notify: (notices) => notify(opened, notices),
        setAlarm,
        badge: (lapsing) => showBadge({ lapsing }),
        lookWide,
      })
      await fetchByItself(opened)
      await followRunning(opened)
      await tidyDaily(opened)
    })
  return running
}

/** Created again only when it changes: the same alarm made anew would be pushed into the future for ever. */
async function setAlarm(at: number | undefined): Promise<void> {
  const present = await chrome.alarms.get(alarm)
  if (at === undefined) {
    if (present) await chrome.alarms.clear(alarm)
  } else if (present?.scheduledTime !== at) await chrome.alarms.create(alarm, { when: at })
}

/** Once an hour, also across workers; the browser forgets it when it closes, and then it is due. */
async function lookWide(): Promise<boolean> {
  if (!(await chrome.alarms.get(wide.alarm)))
    await chrome.alarms.create(wide.alarm, { periodInMinutes: wide.everyMs / 60_000 })
  const { lookedAt } = await chrome.storage.session.get('lookedAt')
  const age = now() - Number(lookedAt ?? 0)
  // A clock set back makes it negative.
  if (age >= 0 && age < wide.everyMs) return false
  await chrome.storage.session.set({ lookedAt: now() })
  return true
}
