import { now } from '@/utils/clock'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { browserDownloads, noteTypes, settleDownloads } from '@/utils/exports/settle'
import { reconcile, type ReminderNotice } from '@/utils/reminders/reconcile'
import { openExportPage } from './export-page'
import { workerTexts } from './texts'

const alarm = 'wake'
const digestId = 'digest'

/** Listens for what may wake reminders; due times are data in the cache, the alarm is only a hint. */
export function remindOnAlarms(cache: () => Promise<Cache>): void {
  const run = () => void wake(cache).catch(() => {})
  chrome.alarms.onAlarm.addListener(run)
  chrome.runtime.onStartup.addListener(run)
  chrome.runtime.onInstalled.addListener(run)
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'active') run()
  })
  const listen = () => {
    listenToClicks(cache)
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

let listening = false
/** The API is there only once the permission is. */
function listenToClicks(cache: () => Promise<Cache>): void {
  if (listening || !chrome.notifications) return
  listening = true
  chrome.notifications.onClicked.addListener((id) => {
    chrome.notifications.clear(id)
    if (id === digestId)
      void chrome.tabs.create({ url: chrome.runtime.getURL('/dashboard.html#exports') })
    else if (id !== 'test') void cache().then((opened) => openReminded(opened, id))
  })
}

/** Which export a reminder was about is data in the cache; its id only names it. */
async function openReminded(cache: Cache, id: string): Promise<void> {
  const reminder = (await first(cache.reminders())).find((each) => each.id === id)
  if (reminder) await openExportPage(cache, reminder.taskKey, reminder.account)
}

let running: Promise<void> = Promise.resolve()
/** Shows what is due and sets the one alarm for what comes next; one run after the other. */
export function wake(cache: () => Promise<Cache>): Promise<void> {
  running = running
    .catch(() => {})
    .then(async () => {
      const opened = await cache()
      if (chrome.downloads) await settleDownloads(opened, browserDownloads, now())
      await reconcile(opened, now(), { notify: (notices) => notify(opened, notices), setAlarm })
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

const look = { type: 'basic', iconUrl: '/icon/128.png' } as const

/** Names no customer and no file: what a notification says may be read over a shoulder. */
async function notify(cache: Cache, notices: ReminderNotice[]): Promise<boolean> {
  if (
    !chrome.notifications ||
    !(await chrome.permissions.contains({ permissions: ['notifications'] }))
  )
    return false
  const texts = workerTexts((await cache.settings()).language)
  const [first] = notices
  if (first && notices.length === 1 && first.digest === undefined) {
    const left = Math.max(1, Math.ceil((first.lapsesAt - now()) / 3_600_000))
    await chrome.notifications.create(first.id, {
      ...look,
      title: texts.lapses(left),
      message: texts.act,
    })
  } else if (first) {
    const count = first.digest ?? notices.length
    await chrome.notifications.create(digestId, {
      ...look,
      title: texts.digest(count),
      message: texts.act,
    })
  }
  return true
}

/** One notification now, so that the user sees whether they come through. */
export async function showTest(cache: Cache): Promise<void> {
  const texts = workerTexts((await cache.settings()).language)
  await chrome.notifications?.create('test', {
    ...look,
    title: texts.test,
    message: texts.testBody,
  })
}
