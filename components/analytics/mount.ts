import { createApp, h, shallowReactive } from 'vue'
import type { AnalyticsOptions, MountAnalytics } from './api'
import AnalyticsApp from './AnalyticsApp.vue'
import styles from './analytics.css?inline'

/**
 * Puts the analysis into an element of any page. It asks for rows of its source only, and leaves nothing behind.
 * @param el is emptied, and empty again afterwards
 */
export const mountAnalytics: MountAnalytics = (el, options) => {
  const given = shallowReactive<{ options: AnalyticsOptions }>({ options })
  const style = document.createElement('style')
  style.textContent = styles
  const root = document.createElement('div')
  el.replaceChildren(style, root)
  const app = createApp({ render: () => h(AnalyticsApp, { options: given.options }) })
  app.mount(root)
  return {
    update(next) {
      given.options = { ...given.options, ...next }
    },
    unmount() {
      app.unmount()
      el.replaceChildren()
    },
  }
}
