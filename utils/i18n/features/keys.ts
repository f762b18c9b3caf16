import { keys as en } from '../locales/en/keys'
import { keys as zh } from '../locales/zh-CN/keys'
import type { FeatureTexts } from '../texts'

export const keysTexts: FeatureTexts = { zh, en }
