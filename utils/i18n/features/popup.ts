import { popup as en } from '../locales/en/popup'
import { popup as zh } from '../locales/zh-CN/popup'
import type { FeatureTexts } from '../texts'

export const popupTexts: FeatureTexts = { zh, en }
