import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addTexts, language, t, type FeatureTexts } from '@/utils/i18n/texts'
import type { TextKey } from '@/utils/i18n/keys'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const locales = join(root, 'utils/i18n/locales')
const featureNames = globSync('*.ts', { cwd: join(locales, 'zh-CN') }).map((file) =>
  basename(file, '.ts'),
)

async function textsOf(feature: string): Promise<FeatureTexts> {
  const file = pathToFileURL(join(root, `utils/i18n/features/${feature}.ts`)).href
  const module = (await import(file)) as Record<string, FeatureTexts>
  const texts = module[`${feature}Texts`]
  if (!texts) throw new Error(`${feature} gives no texts`)
  return texts
}
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
const sources = globSync('{components,stores,entrypoints}/**/*.{ts,vue}', { cwd: root })
const code = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')

describe('texts', () => {
  it('exist for the same features in both languages', () => {
    const english = globSync('*.ts', { cwd: join(locales, 'en') })
    expect(english.map((file) => basename(file, '.ts')).sort()).toEqual([...featureNames].sort())
  })
  describe.each(featureNames)('%s', (feature) => {
    it('has the same keys in both languages', async () => {
      const { zh, en } = await textsOf(feature)
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    })
    it('takes the same values in both languages', async () => {
      const { zh, en } = await textsOf(feature)
      for (const key of Object.keys(zh))
        expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(zh[key] ?? '')])
    })
    it('says something under every key', async () => {
      const { zh, en } = await textsOf(feature)
      expect([...Object.values(zh), ...Object.values(en)].filter((text) => !text.trim())).toEqual(
        [],
      )
    })
    it('keeps its keys sorted', async () => {
      const keys = Object.keys((await textsOf(feature)).zh)
      expect(keys).toEqual([...keys].sort())
    })
    it('has no Chinese in its English', async () => {
      const { en } = await textsOf(feature)
      expect(Object.values(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    })
    it('is used, every key of it', async () => {
      const keys = Object.keys((await textsOf(feature)).zh)
      // Keys that are put together, such as `slug.${page}`, are named by their start.
      const whole = code.includes(`\`${feature}.\${`)
      expect(whole ? [] : keys.filter((key) => !code.includes(`'${feature}.${key}'`))).toEqual([])
    })
  })
  it('fills in values and follows the language', async () => {
    addTexts({ coupons: await textsOf('coupons') })
    language.value = 'zh'
    expect(t('coupons.issued', { count: 3 })).toBe('共 3 笔')
    language.value = 'en'
    expect(t('coupons.issued', { count: 3 })).toBe('3 in all')
  })
  it('shows a value with braces and markup as it is', async () => {
    addTexts({ panel: await textsOf('panel') })
    language.value = 'zh'
    expect(t('panel.nothingFound', { text: '{x} <b>' })).toContain('{x} <b>')
  })
  it('shows the key where a text is missing', () => {
    expect(t('nowhere.atAll' as TextKey)).toBe('nowhere.atAll')
  })
})
