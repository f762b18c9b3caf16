/*
 * Stands in each page that is timed, before anything else: says when its coupons are on the screen, by the clock all
 * pages share; a popup closes then.
 */

const coupon = '[data-testid^=holder-], [data-testid=kind-coupon] [data-key]'
const look = () => {
  if (!document.querySelector(coupon)) return void requestAnimationFrame(look)
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const own = performance.now()
      const painted = { at: performance.timeOrigin + own, own }
      void chrome.runtime.sendMessage({ painted }).catch(() => {})
      // A panel is closed by who opened it.
      if (chrome.extension.getViews({ type: 'popup' }).includes(window))
        setTimeout(() => close(), 50)
    }),
  )
}
requestAnimationFrame(look)
