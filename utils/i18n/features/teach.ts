import { teach as en } from '../locales/en/teach'
import { teach as zh } from '../locales/zh-CN/teach'
import type { FeatureTexts } from '../texts'

export const teachTexts: FeatureTexts = { zh, en }
