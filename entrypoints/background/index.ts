import { defineBackground } from 'wxt/utils/define-background'
import { openWorkerCache } from '@/utils/cache/worker'
import type { Cache } from '@/utils/cache/types'
import { route } from '@/utils/messaging/router'
import { handlers } from './answers'
import { hideOnLeaving } from './leaving'
import { offerMenus } from './menus'
import { searchFromAddressBar } from './omnibox'
import { followOrigins, originsNow, rememberOrigins } from './origins'
import { openPanelOf } from './panel'
import { followKeys, followPresenting } from './presentation'
import { showMine } from './reveals'
import { remindOnAlarms, wake } from './remind'
import { followSchedule, syncOnAlarms } from './scheduled'
import { forgetClosedTabs } from './tabs'

/** What the browser starts and may end at any line: listeners stand before the first await, what lasts is in the cache. */
export default defineBackground({
  main() {
    let opening: Promise<Cache> | undefined
    /** Opened once a life; a failed opening is tried again, so that room made or an update is enough. */
    const cache = (): Promise<Cache> => {
      const opened = (opening ??= openWorkerCache())
      opened.catch(() => (opening = undefined))
      return opened
    }
    const answer = route(handlers({ cache, openPanel: openPanelOf }), {
      ownId: chrome.runtime.id,
      origins: originsNow,
      failed: (name, error) => console.warn(name, error instanceof Error ? error.name : 'unknown'),
    })
    chrome.runtime.onMessage.addListener((raw: unknown, sender, reply) => {
      const answered = answer(raw, sender)
      if (!answered) return undefined
      void answered.then(reply)
      return true
    })

    remindOnAlarms(cache)
    syncOnAlarms(cache)
    forgetClosedTabs()
    offerMenus()
    hideOnLeaving()
    searchFromAddressBar()
    followKeys(() => showMine(cache))
    // No outside connection of any kind.
    chrome.runtime.onMessageExternal.addListener(() => undefined)

    chrome.runtime.onInstalled.addListener(({ reason }) => {
      void chrome.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false }).catch(() => {})
      if (reason === 'install')
        void chrome.tabs.create({ url: chrome.runtime.getURL('/welcome.html') })
    })
    const follow = () => {
      void cache().then(followOrigins).then(followPresenting)
      void followSchedule(cache).catch(() => {})
    }
    chrome.permissions.onAdded.addListener(follow)
    chrome.permissions.onRemoved.addListener(follow)

    void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
    void chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
    void cache()
      .then(async (opened) => {
        await rememberOrigins(opened)
        await followPresenting()
        await wake(cache)
        await followSchedule(cache)
      })
      .catch(() => {
        // Newer data or no room: pages say so; nothing is touched.
      })
  },
})
