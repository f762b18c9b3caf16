import { sync as en } from '../locales/en/sync'
import { sync as zh } from '../locales/zh-CN/sync'
import type { FeatureTexts } from '../texts'

export const syncTexts: FeatureTexts = { zh, en }
