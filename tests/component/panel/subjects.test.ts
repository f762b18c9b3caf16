import { describe, expect, it } from 'vitest'
import { boardOfPage } from '@/components/analysis/board'
import { subjectOfPage } from '@/components/panel/page-subject'

const page = (title: string, hash = '', tab?: string) => ({
  url: `https://account.huaweicloud.com/obmgr/${hash}`,
  title,
  ...(tab === undefined ? {} : { tab }),
})

describe('the subject of a page', () => {
  it.each([
    ['伙伴中心 · 代金券管理', 'coupons'],
    ['查看资源', 'resources'],
    ['激励明细', 'incentives'],
    ['导出记录', 'exports'],
    ['Coupon Management', 'coupons'],
    ['Incentive details', 'incentives'],
  ])('%s: %s', (title, subject) => expect(subjectOfPage(page(title))).toBe(subject))
  it('is what the selected tab says, before the title', () => {
    expect(subjectOfPage(page('激励管理', '', '导出记录'))).toBe('exports')
  })
  it('may be told by the address alone', () => {
    expect(subjectOfPage(page('', '#/obmgr/incentive/manage'))).toBe('incentives')
  })
  it('does not depend on query values', () => {
    expect(subjectOfPage(page('首页', '#/home?from=coupon'))).toBeUndefined()
  })
  it('is the analysis beside a board, of the same subject and year', () => {
    expect(subjectOfPage(page('激励看板'))).toBe('analysis')
    expect(boardOfPage({ ...page('激励看板'), filters: '2025' })).toEqual({
      view: 'incentives',
      year: '2025',
    })
    expect(boardOfPage({ ...page('Expenditure Dashboard'), filters: '2026-03' })).toEqual({
      view: 'consumption',
      year: '2026',
    })
    const menu = { ...page('Partner Center'), breadcrumb: ['Operations Statistics', 'Incentives'] }
    expect(boardOfPage(menu)).toEqual({ view: 'incentives' })
    expect(boardOfPage(page('激励明细'))).toBeUndefined()
    expect(boardOfPage(page('任务看板'))).toBeUndefined()
  })
  it('is masking where nothing else speaks and columns are masked', () => {
    expect(subjectOfPage(page('首页'), 2)).toBe('masking')
    expect(subjectOfPage(page('首页'))).toBeUndefined()
  })
})
