import { masking as en } from '../locales/en/masking'
import { masking as zh } from '../locales/zh-CN/masking'
import type { FeatureTexts } from '../texts'

export const maskingTexts: FeatureTexts = { zh, en }
