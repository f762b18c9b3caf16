import type { AnalyticsView } from '@/components/analytics/source'
import type { PageFacts } from '@/utils/messaging/protocol'

/** Of the board itself or of the menu it stands in. */
const boards = ['看板', 'board', 'operations statistics', '费用走势', '费用分布']
const views = [
  ['incentives', ['激励', 'incentive', 'rebate']],
  ['consumption', ['消费', '费用', 'consumption', 'expenditure', 'spend', 'cost']],
] as const

/**
 * What the analysis shows beside a board of the console: the same subject and year.
 * @returns undefined for a page that is no board of incentives or spending
 */
export function boardOfPage(page: PageFacts): Partial<AnalyticsView> | undefined {
  const { tab = '', breadcrumb = [], title } = page
  const holds = (text: string, words: readonly string[]) =>
    words.some((word) => text.toLowerCase().includes(word))
  if (![tab, ...breadcrumb, title].some((text) => holds(text, boards))) return undefined
  const own = [tab, breadcrumb.at(-1) ?? '', title]
  const view = own.flatMap((text) => views.find(([, words]) => holds(text, words))?.[0] ?? [])[0]
  if (view === undefined) return undefined
  const year = /\b(20\d{2})\b/.exec(page.filters ?? '')?.[1]
  return { view, ...(year === undefined ? {} : { year }) }
}
