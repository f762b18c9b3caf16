import type { Language } from '@/utils/kinds/define'

/** What `<html lang>` and Intl are given. */
export const localeOf = (which: Language): 'zh-CN' | 'en' => (which === 'zh' ? 'zh-CN' : 'en')

/**
 * Which language a page speaks.
 * @param setting as the user chose; 'follow' takes the console's where one is open, else the browser's
 */
export function resolveLanguage(
  setting: 'follow' | Language,
  console_: Language | undefined,
  browser: string,
): Language {
  if (setting !== 'follow') return setting
  return console_ ?? (browser.toLowerCase().startsWith('zh') ? 'zh' : 'en')
}
