import { presentation as en } from '../locales/en/presentation'
import { presentation as zh } from '../locales/zh-CN/presentation'
import type { FeatureTexts } from '../texts'

export const presentationTexts: FeatureTexts = { zh, en }
