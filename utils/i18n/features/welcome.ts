import { welcome as en } from '../locales/en/welcome'
import { welcome as zh } from '../locales/zh-CN/welcome'
import type { FeatureTexts } from '../texts'

export const welcomeTexts: FeatureTexts = { zh, en }
