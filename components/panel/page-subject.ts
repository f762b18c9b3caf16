import { boardOfPage } from '@/components/analysis/board'
import { kindOf } from '@/utils/kinds'
import type { PageFacts } from '@/utils/messaging/protocol'
import { kindsOf, routeOf, type Subject } from './subjects'

/** Words of a page that mean its subject although no kind is named by them. */
type Listed = Exclude<Subject, 'masking' | 'analysis'>
const more: Readonly<Record<Listed, readonly string[]>> = {
  coupons: ['券', 'coupon', 'voucher', 'quota'],
  resources: ['资源', 'resource'],
  incentives: ['激励', 'incentive', 'rebate'],
  exports: ['导出', 'export'],
}

/**
 * The subject a page of the console is about. The selected tab says most, then the menu, title and address.
 * @returns undefined where nothing speaks for one: the panel stays where it is
 */
export function subjectOfPage(page: PageFacts, maskedColumns = 0): Subject | undefined {
  if (boardOfPage(page)) return 'analysis'
  const places: readonly [number, string | undefined][] = [
    [4, page.tab],
    [3, page.breadcrumb?.at(-1)],
    [2, page.title],
    [1, routeOf(page.url)],
  ]
  let best: { subject: Subject; score: number } | undefined
  for (const subject of ['exports', 'coupons', 'incentives', 'resources'] as const) {
    const words = wordsOf(subject)
    const score = places.reduce((sum, [weight, text]) => {
      const lower = text?.toLowerCase() ?? ''
      return words.some((word) => lower.includes(word)) ? sum + weight : sum
    }, 0)
    if (score > (best?.score ?? 0)) best = { subject, score }
  }
  if (best) return best.subject
  return maskedColumns > 0 ? 'masking' : undefined
}

function wordsOf(subject: Listed): string[] {
  const ofKinds = kindsOf[subject].flatMap((name) => {
    const { words } = kindOf(name)
    return [...words.zh, ...words.en, ...(words.wire ?? [])]
  })
  return [...more[subject], ...ofKinds].map((word) => word.toLowerCase())
}
