import { tables as en } from '../locales/en/tables'
import { tables as zh } from '../locales/zh-CN/tables'
import type { FeatureTexts } from '../texts'

export const tablesTexts: FeatureTexts = { zh, en }
