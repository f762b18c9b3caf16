import { problem as en } from '../locales/en/problem'
import { problem as zh } from '../locales/zh-CN/problem'
import type { FeatureTexts } from '../texts'

export const problemTexts: FeatureTexts = { zh, en }
