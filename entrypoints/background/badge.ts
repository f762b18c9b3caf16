/** As every start of the worker tells anew. */
const known = { presenting: false, lapsing: 0 }

/** What the icon in the toolbar says: that the page is covered, else how many files lapse within a day. */
export function showBadge(news: Partial<typeof known>): void {
  Object.assign(known, news)
  const { presenting, lapsing } = known
  const count = lapsing === 0 ? '' : lapsing > 99 ? '99+' : String(lapsing)
  const text = presenting ? chrome.i18n.getMessage('badgePresenting') : count
  void chrome.action.setBadgeText({ text })
  void chrome.action.setBadgeBackgroundColor({ color: presenting ? '#7a3e00' : '#b3261e' })
}
