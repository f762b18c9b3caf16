import { refusal as en } from '../locales/en/refusal'
import { refusal as zh } from '../locales/zh-CN/refusal'
import type { FeatureTexts } from '../texts'

export const refusalTexts: FeatureTexts = { zh, en }
