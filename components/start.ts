import { createPinia } from 'pinia'
import { createApp, watch, type Component } from 'vue'
import './base/style/tokens.css'
import './base/style/base.css'
import { rimKey, type Rim } from '@/stores/rim'
import { useSettings } from '@/stores/settings'
import { localeOf, resolveLanguage } from '@/utils/i18n/language'
import { addTexts, language, t, type FeatureTexts } from '@/utils/i18n/texts'
import { amountsHidden } from '@/utils/masking/amounts'
import type { TextKey } from '@/utils/i18n/keys'
import { wear } from './base/style/wear'

interface Page {
  root: Component
  rim: Rim
  title: TextKey
  texts: Readonly<Record<string, FeatureTexts>>
}

/** Starts one of our own pages: its texts, its language and theme, its stores. */
export function startPage({ root, rim, title, texts }: Page): void {
  addTexts(texts)
  language.value = resolveLanguage('follow', undefined, rim.browserLanguage)
  const app = createApp(root)
  app.use(createPinia())
  app.provide(rimKey, rim)
  // Before the stores hear of it: whatever they show first is covered already.
  void rim.firstLook?.().then((look) => look && (amountsHidden.value = look.amountsHidden))
  rim.onPresenting?.(({ on, amounts }) => (amountsHidden.value = on && amounts))
  app.runWithContext(() => followSettings(rim, title))
  app.mount('#app')
}

/** Language and theme as set; 'follow' asks the worker what language the console in front speaks. */
function followSettings(rim: Rim, title: TextKey): void {
  const store = useSettings()
  let ofConsole: 'zh' | 'en' | undefined
  const speak = () => {
    language.value = resolveLanguage(store.settings.language, ofConsole, rim.browserLanguage)
  }
  const hear = async () => {
    const { page } = await rim.ask('tab.state', {}).catch(() => ({ page: undefined }))
    ofConsole = page?.language ?? ofConsole
    speak()
  }
  rim.onTabChanged(() => void hear())
  void hear()
  watch(() => store.settings.language, speak)
  watch(
    language,
    (next) => {
      document.documentElement.lang = localeOf(next)
      document.title = t(title)
    },
    { immediate: true },
  )
  watch(() => store.settings.theme, wear, { immediate: true })
}
