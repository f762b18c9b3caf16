import { dashboard as en } from '../locales/en/dashboard'
import { dashboard as zh } from '../locales/zh-CN/dashboard'
import type { FeatureTexts } from '../texts'

export const dashboardTexts: FeatureTexts = { zh, en }
