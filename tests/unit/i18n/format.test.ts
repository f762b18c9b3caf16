import { describe, expect, it } from 'vitest'
import { formatBytes, formatMoney, formatValue } from '@/utils/i18n/format'
import { formatRate } from '@/utils/i18n/money'
import {
  formatAbout,
  formatAge,
  formatDay,
  formatLeft,
  formatMoment,
  formatOwnMoment,
} from '@/utils/i18n/times'
import { resolveLanguage } from '@/utils/i18n/language'
import { kinds } from '@/utils/kinds'

const noon = Date.UTC(2026, 10, 22, 2)
const minute = 60_000

describe('money', () => {
  it('keeps every digit, however many', () => {
    expect(formatMoney('9007199254740993.07', 'CNY', 'zh')).toBe('¥9,007,199,254,740,993.07')
    expect(formatMoney('0.123456', 'USD', 'en')).toBe('$0.123456')
  })
  it('has two places at least', () => expect(formatMoney('5', 'CNY', 'zh')).toBe('¥5.00'))
  it('says which currency in either language', () => {
    expect(formatMoney('5.00', 'CNY', 'en')).toBe('CN¥5.00')
    expect(formatMoney('5.00', 'EUR', 'zh')).toBe('€5.00')
  })
  it('is a bare number where the source named no currency', () =>
    expect(formatMoney('1234.5', undefined, 'en')).toBe('1,234.5'))
  it('shows what is no amount as it is', () => expect(formatMoney('—', 'CNY', 'zh')).toBe('—'))
})

describe('a rate', () => {
  it.each([
    ['0.05', '5%'],
    ['0.125', '12.5%'],
    ['1', '100%'],
    ['-0.001', '-0.1%'],
    ['x', 'x'],
  ])('%s is %s', (rate, text) => expect(formatRate(rate)).toBe(text))
})

describe('times', () => {
  it('are those of Beijing, whatever the machine says', () => {
    expect(formatMoment(noon)).toBe('2026-11-22 10:00')
    expect(formatDay(Date.UTC(2026, 10, 22, 17))).toBe('2026-11-23')
  })
  it.each([
    [0, '现在', 'now'],
    [5 * minute, '5分钟前', '5 minutes ago'],
    [59 * minute + 59_000, '59分钟前', '59 minutes ago'],
    [26 * 60 * minute, '昨天', 'yesterday'],
    [72 * 60 * minute, '3天前', '3 days ago'],
  ])('of %i ms ago', (ago, zh, en) => {
    expect(formatAge(noon - ago, noon, 'zh')).toBe(zh)
    expect(formatAge(noon - ago, noon, 'en')).toBe(en)
  })
  it.each([
    [-5, '0秒'],
    [42_000, '42秒'],
    [61_000, '1分钟 1秒'],
    [25 * 60 * minute, '1天 1小时'],
  ])('left: %i ms', (left, text) => expect(formatLeft(left, 'zh')).toBe(text))
  it('are rounded down where only the rough time matters', () => {
    expect(formatAbout(47 * 60 * minute, 'en')).toBe('1 day')
    expect(formatAbout(30_000, 'en')).toBe('0 minutes')
  })
})

describe('sizes', () => {
  it.each([
    [552, '552 byte'],
    [2048, '2 kB'],
    [5_500_000, '5.2 MB'],
  ])('%i', (bytes, text) => expect(formatBytes(bytes, 'en')).toBe(text))
})

describe('a value of a record', () => {
  const { fields } = kinds.coupon
  it('is said in the console’s own words', () => {
    expect(formatValue(fields.status, 'usable', {}, 'zh')).toBe('可使用')
    expect(formatValue(fields.status, 'usable', {}, 'en')).toBe('Usable')
  })
  it('shows a choice that nobody named', () =>
    expect(formatValue(fields.status, 'new-word', {}, 'zh')).toBe('new-word'))
  it('takes the currency of its record', () =>
    expect(formatValue(fields.balance, '5.00', { currency: 'USD' }, 'en')).toBe('$5.00'))
  it('is nothing where it is absent', () =>
    expect(formatValue(fields.balance, undefined, {}, 'zh')).toBe(''))
})

describe('the language of a page', () => {
  it('is the user’s choice before all', () =>
    expect(resolveLanguage('en', 'zh', 'zh-CN')).toBe('en'))
  it('is the console’s where one is open', () =>
    expect(resolveLanguage('follow', 'en', 'zh-CN')).toBe('en'))
  it.each([
    ['zh-TW', 'zh'],
    ['de', 'en'],
  ])('is the browser’s else: %s', (browser, language) =>
    expect(resolveLanguage('follow', undefined, browser)).toBe(language),
  )
})

describe('a moment by the user’s own clock', () => {
  const summer = Date.UTC(2026, 6, 1, 6)
  const winter = Date.UTC(2026, 11, 1, 6)
  it('is told where it is another than Beijing’s, across daylight saving', () => {
    expect(formatOwnMoment(summer, 'Europe/Berlin')).toBe('2026-07-01 08:00 (UTC+2)')
    expect(formatOwnMoment(winter, 'Europe/Berlin')).toBe('2026-12-01 07:00 (UTC+1)')
    expect(formatOwnMoment(winter, 'America/New_York')).toBe('2026-12-01 01:00 (UTC-5)')
  })
  it('is not told twice where both say the same', () => {
    expect(formatOwnMoment(summer, 'Asia/Shanghai')).toBeUndefined()
    expect(formatOwnMoment(summer, 'Asia/Singapore')).toBeUndefined()
  })
})
