/*
 * Stands in each page that is timed, before anything else: says when its coupons are on the screen, by the clock all
 * pages share, and closes the page.
 */

const coupon = '[data-testid^=holder-], [data-testid=kind-coupon] [data-key]'
const look = () => {
  if (!document.querySelector(coupon)) return void requestAnimationFrame(look)
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const own = performance.now()
      const painted = { at: performance.timeOrigin + own, own }
      void chrome.runtime.sendMessage({ painted }).catch(() => {})
      setTimeout(() => close(), 50)
    }),
  )
}
requestAnimationFrame(look)
