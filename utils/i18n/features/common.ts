import { common as en } from '../locales/en/common'
import { common as zh } from '../locales/zh-CN/common'
import type { FeatureTexts } from '../texts'

export const commonTexts: FeatureTexts = { zh, en }
