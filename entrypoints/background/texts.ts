import type { Language } from '@/utils/kinds/define'

/** The few sentences the worker itself says; everything else is said by the pages. */
const texts = {
  zh: {
    lapses: (hours: number) => `导出文件将在 ${hours} 小时内失效`,
    digest: (count: number) => `${count} 个导出文件即将失效或已失效`,
    act: '点击前往导出记录页下载',
    test: '提醒可以显示',
    testBody: '导出文件失效前会这样提醒您。',
  },
  en: {
    lapses: (hours: number) =>
      `An export file lapses within ${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    digest: (count: number) => `${count} export files lapse soon or have lapsed`,
    act: 'Click to go to its page and download it',
    test: 'Reminders can be shown',
    testBody: 'This is how you are reminded before an export file lapses.',
  },
} as const

export type WorkerTexts = (typeof texts)[Language]

export function workerTexts(language: 'follow' | Language): WorkerTexts {
  if (language !== 'follow') return texts[language]
  return chrome.i18n.getUILanguage().startsWith('zh') ? texts.zh : texts.en
}
