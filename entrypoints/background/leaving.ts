import { everyTab } from './tabs'

/** Another program in front for longer than this is leaving; a glance is not. In ms. */
const glanceMs = 5000

/** The user is away: what was revealed is hidden, in every tab. Focus in one of our own pages is not leaving. */
export function hideOnLeaving(): void {
  const leave = () => void everyTab({ order: 'masking.leave' })
  let timer: ReturnType<typeof setTimeout> | undefined
  chrome.windows.onFocusChanged.addListener((windowId) => {
    clearTimeout(timer)
    if (windowId !== chrome.windows.WINDOW_ID_NONE) return
    timer = setTimeout(async () => {
      const windows = await chrome.windows.getAll()
      const popups = await chrome.runtime.getContexts({ contextTypes: ['POPUP' as never] })
      if (popups.length === 0 && !windows.some(({ focused }) => focused)) leave()
    }, glanceMs)
  })
  chrome.idle.onStateChanged.addListener((state) => state !== 'active' && leave())
}
