import { backup as en } from '../locales/en/backup'
import { backup as zh } from '../locales/zh-CN/backup'
import type { FeatureTexts } from '../texts'

export const backupTexts: FeatureTexts = { zh, en }
