/** `lens` and words in the browser's address bar: the dashboard's search with them. */
export function searchFromAddressBar(): void {
  chrome.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = chrome.runtime.getURL(`/dashboard.html#search?${new URLSearchParams({ q: text })}`)
    if (disposition === 'currentTab') void chrome.tabs.update({ url })
    else void chrome.tabs.create({ url, active: disposition === 'newForegroundTab' })
  })
}
