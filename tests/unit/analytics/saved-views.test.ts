import { expect, it } from 'vitest'
import { readViews, withoutView, withView } from '@/components/analytics/saved-views'
import { readVisits } from '@/components/analytics/visits'

it('a view is saved under its name, once, and read back', () => {
  const view = { view: 'consumption', split: 'manager', wanted: { manager: ['甲'] } } as const
  const once = withView([], ' 周一 ', { view: 'work' })
  const twice = withView(once, '周一', view)
  expect(readViews(JSON.parse(JSON.stringify(twice)))).toEqual([{ name: '周一', view }])
  expect(withView(twice, ' ', view)).toEqual(twice)
  expect(withoutView(twice, '周一')).toEqual([])
})
it('what the host had kept may be anything', () => {
  expect(readViews([{ name: 'x', view: { view: 'nowhere' } }, 3, { name: 'y' }])).toEqual([])
  expect(readViews('x')).toEqual([])
  expect(readVisits({ last: { at: 1, figures: { a: { CNY: 3 } } }, before: 'x' })).toEqual({
    last: { at: 1, figures: { a: {} } },
  })
})
