import type { Language } from '@/utils/kinds/define'
import type { TextKey } from './keys'
import type { FeatureTexts, TextValues } from './texts'

/**
 * The texts of what is painted before the code that writes all others has come: named values, nothing else of the
 * message syntax.
 * @param features by the name that stands before the dot of a key
 */
export function bareTexts(features: Readonly<Record<string, FeatureTexts>>, language: Language) {
  return (key: TextKey, values: TextValues = {}): string => {
    const [feature = '', name = ''] = key.split('.')
    const text = features[feature]?.[language][name] ?? key
    return text.replaceAll(/\{(\w+)\}/g, (whole, value: string) => String(values[value] ?? whole))
  }
}
