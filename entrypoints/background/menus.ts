import { consoleOrigins } from '@/utils/messaging/senders'
import { searchUrl } from './omnibox'

/** Menus on the toolbar icon and on selected text. Set again on every start: an update clears them, and the same id twice is an error. */
const pages = { dashboard: '/dashboard.html', welcome: '/welcome.html' } as const
const find = 'find'
const titles = {
  zh: { dashboard: '打开总览', welcome: '说明与授权', find: '在伙伴透镜中查找“%s”' },
  en: {
    dashboard: 'Open the dashboard',
    welcome: 'About and consent',
    find: 'Find “%s” in Partner Lens',
  },
} as const
/** Longer than any id or name: what is selected beyond is no search. */
const longest = 100

export function offerMenus(): void {
  const language = chrome.i18n.getUILanguage().startsWith('zh') ? 'zh' : 'en'
  chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const path = Object.entries(pages).find(([id]) => id === menuItemId)?.[1]
    const url =
      menuItemId === find
        ? searchUrl(selectionText.trim().slice(0, longest))
        : path && chrome.runtime.getURL(path)
    if (url === undefined) return
    // Beside the page it was selected on.
    void chrome.tabs.create({ url, ...(tab ? { index: tab.index + 1 } : {}) })
  })
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      for (const id of Object.keys(pages) as (keyof typeof pages)[]) {
        chrome.contextMenus.create({ id, title: titles[language][id], contexts: ['action'] })
      }
      chrome.contextMenus.create({
        id: find,
        title: titles[language][find],
        contexts: ['selection'],
        documentUrlPatterns: patternsOf(consoleOrigins),
      })
    })
  })
}

/** The menu on selected text stands where the user switched Partner Lens on, and nowhere else. */
export function offerFindOn(origins: readonly string[]): void {
  const documentUrlPatterns = patternsOf([...consoleOrigins, ...origins])
  chrome.contextMenus.update(find, { documentUrlPatterns }, () => {
    // Before it was made there is nothing to change.
    void chrome.runtime.lastError
  })
}

const patternsOf = (origins: readonly string[]) => [...new Set(origins)].map((each) => `${each}/*`)
