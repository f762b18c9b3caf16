/**
 * Until the browser says that there is something on the screen; a page that is not in front paints nothing, and waits
 * 100 ms.
 */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    const seen = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return
      seen.disconnect()
      done()
    })
    seen.observe({ type: 'paint', buffered: true })
    setTimeout(done, 100)
  })
