import { expect, it } from 'vitest'
import { axisOf } from '@/components/analytics/charts/chart-config'
import { chartTexts } from '@/components/analytics/labels'
import { chartDefs } from '@/components/analytics/chart-defs'
import { startWork } from '@/components/analytics/start-figures'
import { atOnce } from '@/utils/analytics/slices'

const monthly = chartDefs.find(({ id }) => id === 'incentive-status')!
const data = { labels: [], series: [], unit: 'count' as const }

it('names months of a calendar, and the year below the first and each January', () => {
  const labels = ['2026-11', '2026-12', '2027-01', '2027-02']
  expect(axisOf(labels, chartTexts(monthly, data, 'en'))).toEqual([
    ['Nov', '2026'],
    'Dec',
    ['Jan', '2027'],
    'Feb',
  ])
  expect(axisOf(labels, chartTexts(monthly, data, 'zh-CN'))[1]).toBe('12月')
})

it('breaks long words in two lines, but for names beside their bars', () => {
  const window = chartTexts(
    chartDefs.find(({ id }) => id === 'bills')!,
    data,
    'en',
  )
  expect(axisOf(['7'], window)).toEqual([['within', '7 days']])
  expect(axisOf(['7'], window, true)).toEqual(['within 7 days'])
})

it('tells figures of what was never seen from those of which there is none', () => {
  const paid = { status: 'paid', amount: '1.00', currency: 'CNY' }
  const figures = atOnce(startWork({ incentiveBill: [paid] }, Date.UTC(2026, 2, 15)))
  const pending = figures.find(({ word }) => word === 'start.pending')
  expect(pending).toMatchObject({ seen: true, money: [] })
  expect(figures.find(({ word }) => word === 'start.coupons')).toMatchObject({ seen: false })
})
