import { describe, expect, it } from 'vitest'
import { subjectOfPage } from '@/components/panel/subjects'

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
  it('is masking where nothing else speaks and columns are masked', () => {
    expect(subjectOfPage(page('首页'), 2)).toBe('masking')
    expect(subjectOfPage(page('首页'))).toBeUndefined()
  })
})
