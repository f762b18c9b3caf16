import { search as en } from '../locales/en/search'
import { search as zh } from '../locales/zh-CN/search'
import type { FeatureTexts } from '../texts'

export const searchTexts: FeatureTexts = { zh, en }
