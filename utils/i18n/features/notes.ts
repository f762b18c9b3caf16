import { notes as en } from '../locales/en/notes'
import { notes as zh } from '../locales/zh-CN/notes'
import type { FeatureTexts } from '../texts'

export const notesTexts: FeatureTexts = { zh, en }
