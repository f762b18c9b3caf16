import { health as en } from '../locales/en/health'
import { health as zh } from '../locales/zh-CN/health'
import type { FeatureTexts } from '../texts'

export const healthTexts: FeatureTexts = { zh, en }
