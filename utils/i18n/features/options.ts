import { options as en } from '../locales/en/options'
import { options as zh } from '../locales/zh-CN/options'
import type { FeatureTexts } from '../texts'

export const optionsTexts: FeatureTexts = { zh, en }
