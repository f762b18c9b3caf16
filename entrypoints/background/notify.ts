import { first } from '@/utils/cache/live'
import type { Cache, Reminder } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import { lastShown, noteActed, snooze } from '@/utils/reminders/act'
import type { ReminderNotice } from '@/utils/reminders/reconcile'
import { openExportPage } from './export-page'
import { workerTexts, type WorkerTexts } from './texts'

const digestId = 'digest'
const look = { type: 'basic', iconUrl: '/icon/128.png' } as const
const hour = 3_600_000

/** Names no customer and no file: what a notification says may be read over a shoulder. */
export async function notify(cache: Cache, notices: ReminderNotice[]): Promise<boolean> {
  if (
    !chrome.notifications ||
    !(await chrome.permissions.contains({ permissions: ['notifications'] }))
  )
    return false
  const texts = workerTexts((await cache.settings()).language)
  const [one] = notices
  if (!one) return true
  const single = notices.length === 1 && one.digest === undefined
  const files = notices.every(({ kind }) => kind === undefined)
  const count = one.digest ?? notices.length
  await chrome.notifications.create(single ? one.id : digestId, {
    ...look,
    title: single ? titleOf(one, texts) : files ? texts.digest(count) : texts.mixed(count),
    message: files ? texts.act : texts.see,
    buttons: [{ title: files ? texts.download : texts.tomorrow }, { title: texts.snooze }],
  })
  return true
}

function titleOf({ kind, hours, lapsesAt }: ReminderNotice, texts: WorkerTexts): string {
  const left = Math.max(1, Math.ceil((lapsesAt - now()) / hour))
  if (kind === undefined) return hours === 0 ? texts.ready : texts.lapses(left)
  if (hours === 0) return texts.low
  return texts.expires(texts.kinds[kind] ?? '', Math.ceil(left / 24))
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

let listening = false
/** The API is there only once the permission is. */
export function listenToClicks(cache: () => Promise<Cache>, again: () => void): void {
  if (listening || !chrome.notifications) return
  listening = true
  const about = async (id: string) => {
    chrome.notifications.clear(id)
    const opened = await cache()
    const all = await first(opened.reminders())
    const ids = id === digestId ? lastShown(all) : [id]
    return { opened, ids, meant: all.filter((each) => ids.includes(each.id)) }
  }
  chrome.notifications.onClicked.addListener(async (id) => {
    if (id === 'test') return chrome.notifications.clear(id)
    const { opened, ids, meant } = await about(id)
    await noteActed(opened, ids, 'opened', now())
    const [one] = meant
    if (one && meant.length === 1 && !one.kind && id !== digestId)
      await openExportPage(opened, one.taskKey, { account: one.account })
    else await openView(meant)
  })
  chrome.notifications.onButtonClicked.addListener(async (id, button) => {
    const { opened, ids, meant } = await about(id)
    const files = meant.every(({ kind }) => kind === undefined)
    if (button === 0 && files) {
      await noteActed(opened, ids, 'opened', now())
      // A worker has no press to ask a permission with: the page downloads, or asks.
      await openView(meant, `?get=${encodeURIComponent(JSON.stringify(meant.map(keyOf)))}`)
    } else await snooze(opened, ids, button === 0 ? 'tomorrow' : 'hour', now())
    again()
  })
}
const keyOf = ({ account, taskKey }: Reminder) => `${account}|${taskKey}`

/** Where in the dashboard the rows stand that reminders are about. */
const views: Partial<Record<string, string>> = {
  coupon: 'coupons',
  couponQuota: 'coupons',
  resource: 'resources',
  resourcePackage: 'resources',
  incentiveBill: 'incentives',
}
async function openView(meant: readonly Reminder[], more = ''): Promise<void> {
  const view = views[meant.find(({ kind }) => kind)?.kind ?? ''] ?? 'exports'
  await chrome.tabs.create({ url: chrome.runtime.getURL(`/dashboard.html#${view}${more}`) })
}
