import type { KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'

/** The few sentences the worker itself says; everything else is said by the pages. */
const texts = {
  zh: {
    lapses: (hours: number) => `导出文件将在 ${hours} 小时内失效`,
    ready: '导出文件可以下载了',
    expires: (what: string, days: number) => `${what}将在 ${days} 天内到期`,
    low: '资源包剩余量偏低',
    kinds: {
      coupon: '代金券',
      couponQuota: '代金券额度',
      resource: '包年/包月资源',
      incentiveBill: '激励对账公示',
    } as Partial<Record<KindName, string>>,
    digest: (count: number) => `${count} 个导出文件即将失效或已失效`,
    mixed: (count: number) => `${count} 项提醒`,
    act: '点击前往导出记录页下载',
    see: '点击查看',
    download: '立即下载',
    snooze: '1 小时后提醒',
    tomorrow: '明天 9:00 提醒',
    test: '提醒可以显示',
    testBody: '导出文件失效前会这样提醒您。',
  },
  en: {
    lapses: (hours: number) =>
      `An export file lapses within ${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    ready: 'An export file is ready',
    expires: (what: string, days: number) =>
      `${what} within ${days} ${days === 1 ? 'day' : 'days'}`,
    low: 'A resource package is running low',
    kinds: {
      coupon: 'A coupon expires',
      couponQuota: 'A coupon quota expires',
      resource: 'A subscription expires',
      incentiveBill: 'An incentive bill is confirmed automatically',
    } as Partial<Record<KindName, string>>,
    digest: (count: number) => `${count} export files lapse soon or have lapsed`,
    mixed: (count: number) => `${count} reminders`,
    act: 'Click to go to its page and download it',
    see: 'Click to see it',
    download: 'Download now',
    snooze: 'Remind me in 1 hour',
    tomorrow: 'Remind me tomorrow at 9:00',
    test: 'Reminders can be shown',
    testBody: 'This is how you are reminded before an export file lapses.',
  },
} as const

export type WorkerTexts = (typeof texts)[Language]

export function languageNow(language: 'follow' | Language): Language {
  if (language !== 'follow') return language
  return chrome.i18n.getUILanguage().startsWith('zh') ? 'zh' : 'en'
}
export const workerTexts = (language: 'follow' | Language): WorkerTexts =>
  texts[languageNow(language)]
