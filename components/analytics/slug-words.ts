import { say, type Locale, type Word } from './texts'

/** Words for what charts say that no field of a kind says. */
const words: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  window: { later: 'window.later', over: 'window.over' },
  age: { '366+': 'age.more' },
  span: { '366+': 'age.more' },
  usedShare: { '100': 'used.up' },
  renews: { auto: 'renews.auto', manual: 'renews.manual' },
  part: {
    used: 'part.used',
    unused: 'part.unused',
    reclaimed: 'part.reclaimed',
    expired: 'part.expired',
    given: 'part.given',
    left: 'part.left',
  },
  fate: {
    downloaded: 'fate.downloaded',
    opened: 'fate.opened',
    waiting: 'fate.waiting',
    running: 'fate.running',
    failed: 'fate.failed',
    lapsed: 'fate.lapsed',
  },
}
/** @returns undefined where the slug is of a field, or of nothing known */
export function slugWord(field: string, slug: string, locale: Locale): string | undefined {
  const word = words[field]?.[slug]
  if (word !== undefined) return say(locale, word)
  if (field === 'window') return say(locale, 'window.days', { days: slug })
  if (field === 'age' || field === 'span')
    return say(locale, 'age.days', { days: slug.replace('-', '–') })
  if (field === 'usedShare') return `${slug.replace('-', '–')} %`
  return undefined
}
