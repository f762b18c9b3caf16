import { now } from '@/utils/clock'
import type { Cache } from '@/utils/cache/types'
import { reconcile } from '@/utils/reminders/reconcile'
import { openExportPage } from './export-page'
import { reminderTexts } from './texts'

const alarm = 'wake'

/** Listens for what may wake reminders; due times are data in the cache, the alarm is only a hint. */
export function remindOnAlarms(cache: () => Promise<Cache>): void {
  const run = () => void wake(cache).catch(() => {})
  chrome.alarms.onAlarm.addListener(run)
  chrome.runtime.onStartup.addListener(run)
  chrome.runtime.onInstalled.addListener(run)
  chrome.idle.onStateChanged.addListener((state) => state === 'active' && run())
  chrome.notifications?.onClicked.addListener((id) => {
    chrome.notifications.clear(id)
    void cache().then((opened) => openExportPage(opened, id.split('|')[0] ?? ''))
  })
}

/** Shows what is due and sets the one alarm for what comes next. */
export async function wake(cache: () => Promise<Cache>): Promise<void> {
  const opened = await cache()
  await reconcile(opened, now(), { notify: (reminders) => notify(opened, reminders), setAlarm })
}

/** Re-created only when it changes: creating an alarm again pushes it into the future. */
async function setAlarm(at: number | undefined): Promise<void> {
  const present = await chrome.alarms.get(alarm)
  if (at === undefined) {
    if (present) await chrome.alarms.clear(alarm)
  } else if (present?.scheduledTime !== at)
    await chrome.alarms.create(alarm, { when: Math.max(at, Date.now() + 1000) })
}
