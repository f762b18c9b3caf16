import { exports as en } from '../locales/en/exports'
import { exports as zh } from '../locales/zh-CN/exports'
import type { FeatureTexts } from '../texts'

export const exportsTexts: FeatureTexts = { zh, en }
