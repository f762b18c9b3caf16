import { imports as en } from '../locales/en/imports'
import { imports as zh } from '../locales/zh-CN/imports'
import type { FeatureTexts } from '../texts'

export const importsTexts: FeatureTexts = { zh, en }
