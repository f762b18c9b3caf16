import {
  compile,
  createCoreContext,
  registerMessageCompiler,
  translate,
  type CoreContext,
} from '@intlify/core-base'
import { shallowRef } from 'vue'
import type { Language } from '@/utils/kinds/define'
import type { TextKey } from './keys'

/** Texts of one feature, in both languages; a test keeps their keys equal. */
export interface FeatureTexts {
  zh: Readonly<Record<string, string>>
  en: Readonly<Record<string, string>>
}

/** One page speaks one language at a time. */
export const language = shallowRef<Language>('zh')

registerMessageCompiler(compile)
const messages: Record<Language, Record<string, string>> = { zh: {}, en: {} }
const core: CoreContext = createCoreContext({
  locale: 'zh',
  fallbackLocale: false,
  messages,
  missingWarn: false,
  warnHtmlMessage: false,
}) as CoreContext

/** Makes the texts of features known under `feature.key`; each page brings only those it shows. */
export function addTexts(features: Readonly<Record<string, FeatureTexts>>): void {
  for (const [feature, texts] of Object.entries(features)) {
    for (const which of ['zh', 'en'] as const) {
      for (const [key, text] of Object.entries(texts[which]))
        messages[which][`${feature}.${key}`] = text
    }
  }
}

export type TextValues = Readonly<Record<string, string | number>>

/** The text of a key in the page's language, in the form for `count` where it has several (`one | many`); a key without text shows itself, which a test would notice. */
export function t(key: TextKey, values: TextValues = {}): string {
  core.locale = language.value
  const { count } = values
  const form = typeof count === 'number' ? { plural: count } : {}
  return String(translate(core, key, { ...values }, form))
}
