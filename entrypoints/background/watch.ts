import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import { placesToWatch } from '@/utils/exports/watch'

const alarm = 'watch'
/** In session storage: our tabs by place. The browser forgets them when it closes, and then they are the user's. */
const store = 'watchTabs'
type Tabs = Record<string, number>

/** Reads lists of running exports again in tabs behind the one in front: only where the user switched it on. */
export function watchOnAlarms(cache: () => Promise<Cache>): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void lookAgain(cache).catch(() => {})
  })
}

/** Sets the alarm while something runs; takes it and our tabs away when nothing does. */
export async function followRunning(cache: Cache): Promise<void> {
  const { watchExportsMinutes: minutes } = await cache.settings()
  const present = await chrome.alarms.get(alarm)
  const wanted = minutes > 0 && (await places(cache)).length > 0
  if (wanted && present?.periodInMinutes !== minutes)
    await chrome.alarms.create(alarm, { periodInMinutes: minutes })
  if (wanted) return
  if (present) await chrome.alarms.clear(alarm)
  const tabs = await ours()
  if (Object.keys(tabs).length === 0) return
  await chrome.storage.session.remove(store)
  for (const id of Object.values(tabs)) {
    // One the user looks at is the user's from now on.
    const tab = await tabOf(id)
    if (tab?.active === false) await chrome.tabs.remove(id)
  }
}

async function lookAgain(cache: () => Promise<Cache>): Promise<void> {
  const opened = await cache()
  if ((await opened.settings()).watchExportsMinutes === 0) return
  const tabs = await ours()
  for (const place of await places(opened)) {
    const tab = await tabOf(tabs[place])
    if (tab?.active) continue
    // Closed by the user meanwhile, or led to another page, as by signing out.
    if (!tab?.id) {
      const { id } = await chrome.tabs.create({ url: place, active: false })
      if (id !== undefined) tabs[place] = id
    } else if (tab.url?.startsWith(place)) await chrome.tabs.reload(tab.id)
    else await chrome.tabs.update(tab.id, { url: place })
  }
  await chrome.storage.session.set({ [store]: tabs })
}

const places = async (cache: Cache) =>
  placesToWatch(
    await cache.read('exportTask'),
    await first(cache.health()),
    await cache.settings(),
    now(),
  )
const ours = async (): Promise<Tabs> =>
  ((await chrome.storage.session.get(store))[store] as Tabs | undefined) ?? {}
async function tabOf(id: number | undefined): Promise<chrome.tabs.Tab | undefined> {
  return id === undefined ? undefined : chrome.tabs.get(id).catch(() => undefined)
}
