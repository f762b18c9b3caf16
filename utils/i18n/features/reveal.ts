import { reveal as en } from '../locales/en/reveal'
import { reveal as zh } from '../locales/zh-CN/reveal'
import type { FeatureTexts } from '../texts'

export const revealTexts: FeatureTexts = { zh, en }
