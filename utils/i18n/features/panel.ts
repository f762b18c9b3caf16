import { panel as en } from '../locales/en/panel'
import { panel as zh } from '../locales/zh-CN/panel'
import type { FeatureTexts } from '../texts'

export const panelTexts: FeatureTexts = { zh, en }
