import { slug as en } from '../locales/en/slug'
import { slug as zh } from '../locales/zh-CN/slug'
import type { FeatureTexts } from '../texts'

export const slugTexts: FeatureTexts = { zh, en }
