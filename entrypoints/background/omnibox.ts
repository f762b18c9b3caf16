/** Address of the dashboard's search with these words. */
export const searchUrl = (text: string): string =>
  chrome.runtime.getURL(`/dashboard.html#search?${new URLSearchParams({ q: text.trim() })}`)

/** `lens` and words in the browser's address bar: the dashboard's search with them. */
export function searchFromAddressBar(): void {
  chrome.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = searchUrl(text)
    if (disposition === 'currentTab') void chrome.tabs.update({ url })
    else void chrome.tabs.create({ url, active: disposition === 'newForegroundTab' })
  })
}
