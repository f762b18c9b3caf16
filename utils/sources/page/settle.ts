/** How long a page is left in peace after its last change, and how long at most, in ms. */
const quietMs = 200
const patienceMs = 1500

/**
 * Calls back when the page has stopped changing: late answers, redrawn tables and framework churn are waited for once,
 * here, and the work is done in idle time.
 * @param stirred called when it begins to change
 */
export function whenSettled(
  root: Node,
  signal: AbortSignal,
  settled: () => void,
  stirred = () => {},
): { nudge(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  const run = () => {
    timer = undefined
    waitingSince = 0
    requestIdleCallback(() => !signal.aborted && settled(), { timeout: 500 })
  }
  const nudge = () => {
    const now = performance.now()
    if (waitingSince === 0) stirred()
    waitingSince ||= now
    if (timer !== undefined) {
      if (now - waitingSince > patienceMs) return
      clearTimeout(timer)
    }
    timer = setTimeout(run, quietMs)
  }
  const observer = new MutationObserver(nudge)
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'aria-hidden', 'aria-selected', 'aria-pressed', 'style'],
  })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  nudge()
  return { nudge }
}
