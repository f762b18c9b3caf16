import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  bootstrap,
  defineElement,
  jsonSource,
  mount,
  mountAnalytics,
  PartnerAnalytics,
  staticSource,
  unmount,
  update,
} from '@/components/analytics'

const { Chart } = vi.hoisted(() => {
  class Chart {
    static alive = 0
    static register() {}
    constructor() {
      Chart.alive++
    }
    destroy() {
      Chart.alive--
    }
    update() {}
  }
  return { Chart }
})
vi.mock('chart.js', () => ({
  Chart,
  BarController: {},
  BarElement: {},
  CategoryScale: {},
  LinearScale: {},
  LineController: {},
  LineElement: {},
  PointElement: {},
  Tooltip: {},
}))

const incentive = [
  { cycle: '2026-01', amount: '100.10', currency: 'CNY', customerName: '云帆科技', status: 'paid' },
  {
    cycle: '2026-02',
    amount: '50.00',
    currency: 'CNY',
    customerName: '星河网络',
    status: 'pending',
  },
  { cycle: '2026-02', amount: '9.00', currency: 'USD', customerName: '星河网络', status: 'paid' },
]
const source = staticSource({
  rows: { incentive },
  facts: { incentive: { observedAt: 0, source: 'file', coverage: { seen: 3, total: 9 } } },
})
const now = () => Date.UTC(2026, 2, 15)
const place = () => document.body.appendChild(document.createElement('div'))
afterEach(() => document.body.replaceChildren())
const chart = (el: Element, id: string) => el.querySelector(`[data-chart="${id}"]`)
const open = async (el: HTMLElement, more = {}) => {
  const opened = mountAnalytics(el, { source, view: { view: 'incentives' }, now, ...more })
  await flushPromises()
  // Charts are made in slices of time: on a busy machine they take more than one.
  await vi.waitFor(() => expect(el.querySelector('p.pa-card[role="status"]')).toBeNull())
  return opened
}

const inMemory = () => {
  const kept = new Map<string, unknown>()
  return {
    read: async (name: string) => kept.get(name),
    write: async (name: string, value: unknown) => void kept.set(name, structuredClone(value)),
  }
}

describe('the analysis in any page', () => {
  it('shows charts with unit, period, age, source and coverage; never two currencies in one', async () => {
    const el = place()
    await open(el, { locale: 'en' })
    const text = chart(el, 'incentive-trend')?.textContent
    for (const each of ['Unit: CNY', 'file', '3 of 9 seen', '100.10 CNY', '150.10 CNY'])
      expect(text).toContain(each)
    expect(text).not.toContain('9.00')
    expect(el.querySelector('[data-chart="incentive-customers"]')?.textContent).toContain(
      '云帆科技',
    )
  })
  it('leads from a figure to the rows behind it', async () => {
    const el = place()
    await open(el)
    const cell = [...(chart(el, 'incentive-customers')?.querySelectorAll('button.pa-link') ?? [])]
    ;(cell[0] as HTMLElement).click()
    const rows = () => el.querySelector('[data-testid=rows-behind]')?.textContent
    await vi.waitFor(() => expect(rows()).toContain('100.10 CNY'))
  })
  it('speaks the value under the keyboard', async () => {
    const el = place()
    await open(el, { locale: 'en' })
    const canvas = chart(el, 'incentive-trend')?.querySelector('.pa-canvas') as HTMLElement
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }))
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }))
    await flushPromises()
    expect(chart(el, 'incentive-trend')?.querySelector('[aria-live]')?.textContent).toBe(
      'Jan: 2026 100.10 CNY',
    )
  })
  it('hides names and amounts everywhere, and keeps the shapes', async () => {
    const el = place()
    const opened = await open(el)
    opened.update({ mask: { names: true, amounts: true } })
    await flushPromises()
    expect(el.innerHTML).not.toMatch(/云帆科技|100\.10|50\.00/)
    expect(chart(el, 'incentive-customers')?.textContent).toContain('云**')
    expect(el.querySelectorAll('canvas').length).toBeGreaterThan(3)
  })
  it('narrows to what is wanted, and tells the host', async () => {
    const el = place()
    const onView = vi.fn()
    await open(el, { onView })
    const boxes = el.querySelectorAll<HTMLInputElement>('[data-filter="status"] input')
    boxes[1]?.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(onView).toHaveBeenLastCalledWith(
      expect.objectContaining({ wanted: { status: [expect.any(String)] } }),
    )
  })
  it('guards bills that confirm themselves, and keeps what was found of each', async () => {
    const memory = inMemory()
    const incentiveBill = [
      { billId: 'B1', amount: '200.00', currency: 'CNY', status: 'pending', confirmBy: now() + 1 },
    ]
    const lines = incentive.map((line) => ({ ...line, billId: 'B1' }))
    const given = { source: staticSource({ rows: { incentive: lines, incentiveBill } }), memory }
    const el = place()
    const opened = await open(el, given)
    const bill = () => el.querySelector('[data-bill=B1]')
    expect(bill()?.textContent).toContain('账单比明细合计多 49.90 CNY')
    const box = bill()?.querySelector('select') as HTMLSelectElement
    box.value = 'questioned'
    box.dispatchEvent(new Event('change'))
    await flushPromises()
    opened.unmount()
    await open(el, given)
    expect(bill()?.querySelector('select')?.value).toBe('questioned')
  })
  it('says what changed since the last visit; looks within half an hour are one', async () => {
    const memory = inMemory()
    const el = place()
    const look = async (rows: readonly object[], minutes: number) => {
      const opened = await open(el, {
        memory,
        view: { view: 'start' },
        source: staticSource({
          rows: { incentive: rows as never, resource: [{ status: 'active' }] },
        }),
        now: () => now() + minutes * 60_000,
      })
      const text = el.querySelector('.pa-first')?.textContent ?? ''
      opened.unmount()
      return text
    }
    expect(await look(incentive.slice(0, 1), 0)).toContain('下次打开时')
    const second = await look(incentive, 60)
    expect(second).toContain('+50.00 CNY, +9.00 USD')
    expect(second).toContain('没有变化')
    expect(await look(incentive, 70)).toContain('+50.00 CNY')
    expect(await look(incentive, 600)).not.toContain('+50.00 CNY')
  })
  it('keeps views by name, opens them whole and takes them away', async () => {
    const memory = inMemory()
    const el = place()
    const onView = vi.fn()
    const opened = await open(el, { memory, view: { view: 'incentives', top: 5 } })
    const saved = () => el.querySelector('[data-testid=saved-views]')
    const field = saved()?.querySelector('input') as HTMLInputElement
    field.value = '周一'
    field.dispatchEvent(new Event('input'))
    saved()?.querySelector('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    opened.unmount()
    await open(el, { memory, onView, view: { view: 'work' } })
    const [first, remove] = saved()?.querySelectorAll<HTMLElement>('li button') ?? []
    expect(first?.textContent).toBe('周一')
    first?.click()
    expect(onView).toHaveBeenLastCalledWith({ view: 'incentives', top: 5 })
    remove?.click()
    await flushPromises()
    expect(saved()?.querySelector('li')).toBeNull()
  })
  it('says on the start page which page of the console a missing figure comes from', async () => {
    const el = place()
    await open(el, {
      source: staticSource({ rows: { incentiveBill: [{ status: 'paid', amount: '1' }] } }),
      view: { view: 'start' },
    })
    const cards = [...el.querySelectorAll('[data-testid=start-figures] li')]
    const textOf = (word: string) => cards.find((each) => each.textContent?.includes(word))
    expect(textOf('待确认的激励')?.textContent).toContain('没有')
    expect(textOf('上月消费')?.textContent).toMatch(/还没有看到。请在伙伴中心打开“.+”/)
  })
  it('says what to open where there is nothing, and what failed', async () => {
    const el = place()
    await open(el, { source: staticSource({ rows: {} }) })
    expect(el.querySelector('[data-testid=analytics-empty]')?.textContent).toContain('激励')
    const broken = { rows: () => Promise.reject(new Error('x')) }
    const other = place()
    await open(other, { source: broken })
    expect(other.querySelector('[role=alert]')?.textContent).toContain('失败')
  })
  it('leaves nothing behind, fifty times', async () => {
    const el = place()
    const before = document.documentElement.innerHTML
    const { alive } = Chart
    for (let round = 0; round < 50; round++) {
      const opened = await open(el)
      opened.update({ locale: round % 2 === 0 ? 'en' : 'zh-CN' })
      await flushPromises()
      opened.unmount()
    }
    expect(document.documentElement.innerHTML).toBe(before)
    expect(Chart.alive).toBe(alive)
  })
})

describe('other ways in', () => {
  it('mounts as an element, by its properties and attributes', async () => {
    defineElement()
    defineElement()
    const el = document.createElement('partner-analytics') as PartnerAnalytics
    el.options = { source, view: { view: 'incentives' }, now }
    document.body.append(el)
    el.setAttribute('locale', 'en')
    await flushPromises()
    expect(el.textContent).toContain('Incentives by month')
    el.remove()
    expect(el.childElementCount).toBe(0)
  })
  it('mounts, updates and unmounts by the life cycles of single-spa', async () => {
    const domElement = place()
    const props = { source, view: { view: 'incentives' as const }, now, domElement }
    await bootstrap(props)
    await mount(props)
    await flushPromises()
    await update({ ...props, locale: 'en' })
    await flushPromises()
    expect(domElement.textContent).toContain('Incentives by month')
    await unmount(props)
    expect(domElement.childElementCount).toBe(0)
    await expect(mount({ source })).rejects.toThrow(TypeError)
  })
  it.each([
    ['{"rows":{"incentive":[{"cycle":"2026-01"}]}}', 1],
    ['{"kind":"incentive","rows":[{"cycle":"2026-01"},{}]}', 2],
    ['[{"kind":"incentive","rows":[{}]},{"kind":"coupon","rows":[]}]', 1],
  ])('reads rows of a JSON file: %s', async (text, rows) => {
    expect(await jsonSource(text).rows('incentive')).toHaveLength(rows)
  })
  it.each(['', '3', 'null', '{"a":1}', '{"rows":3}'])('refuses what holds no rows: %j', (text) => {
    expect(() => jsonSource(text)).toThrow(SyntaxError)
  })
})
