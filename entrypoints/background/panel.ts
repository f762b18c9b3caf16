/**
 * Opens the side panel of a tab. Must run in the turn of the user's press: nothing is awaited before `open`.
 * Where the browser has no side panel the same page opens in a narrow window.
 */
export function openPanelOf(tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (!chrome.sidePanel?.open) return openWindow(tab)
  return tab?.id === undefined
    ? Promise.resolve()
    : chrome.sidePanel.open({ tabId: tab.id, windowId: tab.windowId })
}

async function openWindow(tab: chrome.tabs.Tab | undefined): Promise<void> {
  const url = chrome.runtime.getURL(`/sidepanel.html?tab=${tab?.id ?? ''}`)
  await chrome.windows.create({ url, type: 'popup', width: 400, height: 860 })
}
