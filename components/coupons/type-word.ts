import type { Language } from '@/utils/kinds/define'

/** Words for coupon and quota types; written out here because the popup loads no declarations of kinds. */
const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  voucher: { zh: '代金券', en: 'Voucher' },
  cash: { zh: '现金券', en: 'Flexi-purchase coupon' },
  discount: { zh: '折扣券', en: 'Discount coupon' },
  product: { zh: '产品券', en: 'Product coupon' },
}
const other = { zh: '类型未知', en: 'Type unknown' }

export const typeWord = (type: string, language: Language): string =>
  (words[type] ?? other)[language]
