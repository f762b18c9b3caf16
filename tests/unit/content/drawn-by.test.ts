import { describe, expect, it } from 'vitest'
import { drawnBy } from '@/entrypoints/console.content/drawn-by'
import type { PageFacts } from '@/utils/messaging/protocol'

const at = (url: string, tab?: string): PageFacts => ({
  url,
  title: 'Partner Center',
  ...(tab === undefined ? {} : { tab }),
})
const table = (text: string) => ({ textContent: text }) as Element

describe('the page that drew a table', () => {
  it('is the one before, while the table stands unchanged under another address', () => {
    let now = at('#/coupons')
    const drawn = drawnBy(() => now)
    const list = table('A')
    drawn.hold([list], () => now)
    now = at('#/tasks')
    expect(drawn.pageOf(list).url).toBe('#/coupons')
    list.textContent = 'B'
    expect(drawn.pageOf(list).url).toBe('#/tasks')
  })

  it('is the one of the tab and the filters it was first read under', () => {
    let now = at('#/coupons', 'Issued')
    const drawn = drawnBy(() => now)
    const list = table('A')
    expect(drawn.pageOf(list).tab).toBe('Issued')
    now = at('#/coupons', 'Operation records')
    expect(drawn.pageOf(list).tab).toBe('Issued')
  })

  it('passes on over several addresses that drew nothing', () => {
    let now = at('#/a')
    const drawn = drawnBy(() => now)
    const list = table('A')
    for (const next of ['#/b', '#/c']) {
      drawn.hold([list], () => now)
      now = at(next)
    }
    expect(drawn.pageOf(list).url).toBe('#/a')
  })

  it('takes the tab that a page names late', () => {
    let now = at('#/coupons')
    const drawn = drawnBy(() => now)
    const list = table('A')
    expect(drawn.pageOf(list).tab).toBeUndefined()
    now = at('#/coupons', 'Issued')
    expect(drawn.pageOf(list).tab).toBe('Issued')
  })

  it('reads the page only where something is new', () => {
    const drawn = drawnBy(() => at('#/a'))
    const list = table('A')
    let asked = 0
    const page = () => (asked++, at('#/a'))
    drawn.hold([list], page)
    drawn.hold([list], page)
    expect(asked).toBe(1)
  })
})
