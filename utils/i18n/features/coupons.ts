import { coupons as en } from '../locales/en/coupons'
import { coupons as zh } from '../locales/zh-CN/coupons'
import type { FeatureTexts } from '../texts'

export const couponsTexts: FeatureTexts = { zh, en }
