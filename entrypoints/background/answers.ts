import type { Cache } from '@/utils/cache/types'
import { revealsKey } from '@/utils/masking/reveal-list'
import type { Answers, MessageOf } from '@/utils/messaging/protocol'
import type { Handlers } from '@/utils/messaging/router'
import type { Settings } from '@/utils/settings'
import { accepted, captureHandlers } from './capture'
import { turnedTo } from './documents'
import { openExportPage } from './export-page'
import { followOrigins } from './origins'
import { showTest } from './notify'
import { followSchedule, syncDue, syncOver } from './scheduled'
import { followPresenting, present, presentingNow, toggle } from './presentation'
import { wake } from './remind'
import { noteReveal, showMineAt } from './reveals'
import { changeTab, everyTab, frontTab, stateOf } from './tabs'

interface Parts {
  cache: () => Promise<Cache>
  openPanel: (tab: chrome.tabs.Tab | undefined) => Promise<void>
}

/** What each message does. Whoever may send it was checked at the door. */
export function handlers({ cache, openPanel }: Parts): Handlers {
  return {
    ...captureHandlers(cache),
    'page.seen': async ({ page }, sender) => {
      const settings = await (await cache()).settings()
      const tabId = sender.tab?.id
      if (tabId !== undefined && sender.frameId === 0)
        await changeTab(tabId, (tab) => turnedTo(tab, sender.documentId ?? '', page))
      return { ...startOf(settings), ...(await presentingNow()) }
    },
    'masking.changed': async ({ columns }, { tab, frameId }) => {
      if (tab?.id !== undefined) {
        await changeTab(
          tab.id,
          (known) =>
            known && { ...known, columns: { ...known.columns, [String(frameId)]: columns } },
        )
      }
      return {}
    },
    'eye.learned': async (eye) => {
      const opened = await accepted(cache)
      const { eyes } = await opened.settings()
      if (!eyes.some((each) => JSON.stringify(each) === JSON.stringify(eye))) {
        await opened.saveSettings({ eyes: [eye, ...eyes].slice(0, 100) })
        await tellAll(startOf(await opened.settings()))
      }
      return {}
    },
    'reveal.noted': async (note) => {
      await noteReveal(note)
      return {}
    },
    'presentation.set': async (next) => {
      await present(next)
      return {}
    },
    'presentation.toggle': async () => {
      await toggle()
      return {}
    },
    'panel.open': async (_message, sender) => {
      await openPanel(sender.tab)
      return {}
    },
    'launcher.moved': async ({ x, y }) => {
      await (await accepted(cache)).saveSettings({ launcherAt: { x, y } })
      return {}
    },
    'launcher.hidden': async () => {
      await (await accepted(cache)).saveSettings({ launcherHidden: true })
      return {}
    },
    'tab.state': async ({ windowId }) => stateOf(await frontTab(windowId)),
    'reveal.mine': async ({ place }: MessageOf<'reveal.mine'>) => {
      await showMineAt(cache, place)
      return {}
    },
    'settings.changed': async () => {
      await tellAll(startOf(await (await cache()).settings()))
      // Rules and retention move due times; the page waits for neither.
      void wake(cache).catch(() => {})
      void followSchedule(cache).catch(() => {})
      return {}
    },
    'origins.changed': async () => {
      await followOrigins(await cache())
      await followPresenting()
      return {}
    },
    'forget.everything': async () => {
      const opened = await cache()
      await opened.forgetEverything()
      await present({ on: false, amounts: false })
      await chrome.storage.session.clear()
      await chrome.storage.local.remove(revealsKey)
      await chrome.alarms.clearAll()
      await followOrigins(opened)
      await everyTab({ order: 'stop' })
      return {}
    },
    'reminder.test': async () => {
      await showTest(await cache())
      return {}
    },
    'sync.due': () => syncDue(cache),
    'sync.over': async () => {
      await syncOver()
      return {}
    },
    'reminders.changed': async () => {
      await wake(cache)
      return {}
    },
    'export.open': async ({ taskId, read }: MessageOf<'export.open'>) => {
      await openExportPage(await cache(), taskId, { read: read === true })
      return {}
    },
  }
}

function startOf(settings: Settings): Answers['page.seen'] {
  const launcher = settings.launcherHidden ? 'hidden' : settings.launcherAt
  return {
    on: settings.acceptedAt !== undefined,
    eyes: settings.eyes,
    ...(settings.language === 'follow' ? {} : { language: settings.language }),
    ...(launcher === undefined ? {} : { launcher }),
  }
}

async function tellAll({ on, language, launcher, eyes }: Answers['page.seen']): Promise<void> {
  await everyTab({ order: on ? 'start' : 'stop' })
  await everyTab({ order: 'settings', language, launcher, eyes })
}
