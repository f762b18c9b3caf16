/** Menus on the toolbar icon. Set again on every start: an update clears them, and the same id twice is an error. */
const entries = { dashboard: '/dashboard.html', welcome: '/welcome.html' } as const
const titles = {
  zh: { dashboard: '打开总览', welcome: '说明与授权' },
  en: { dashboard: 'Open the dashboard', welcome: 'About and consent' },
} as const

export function offerMenus(): void {
  const language = chrome.i18n.getUILanguage().startsWith('zh') ? 'zh' : 'en'
  chrome.contextMenus.onClicked.addListener(({ menuItemId }) => {
    const path = entries[menuItemId as keyof typeof entries]
    if (path !== undefined) void chrome.tabs.create({ url: chrome.runtime.getURL(path) })
  })
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      for (const id of Object.keys(entries) as (keyof typeof entries)[]) {
        chrome.contextMenus.create({ id, title: titles[language][id], contexts: ['action'] })
      }
    })
  })
}
