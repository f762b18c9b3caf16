import { reminders as en } from '../locales/en/reminders'
import { reminders as zh } from '../locales/zh-CN/reminders'
import type { FeatureTexts } from '../texts'

export const remindersTexts: FeatureTexts = { zh, en }
