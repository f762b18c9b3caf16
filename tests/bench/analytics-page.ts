import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'
import { dataOf } from '@/components/analytics/chart-def'
import { chartDefs } from '@/components/analytics/chart-defs'
import { viewWork } from '@/components/analytics/useCharts'
import { mountAnalytics, staticSource } from '@/components/analytics'
import type { Row } from '@/utils/analytics/chart-data'
import { inSlices, type Work } from '@/utils/analytics/slices'

/** A partner's incentives, as many as wanted: 36 months, 3,000 customers, 40 products. */
function incentives(count: number): Row[] {
  const states = ['paid', 'paying', 'pending', 'estimated']
  return Array.from({ length: count }, (_, at) => ({
    incentiveId: `I${at}`,
    cycle: `${2024 + ((at >> 2) % 3)}-${String(1 + (at % 12)).padStart(2, '0')}`,
    customerName: `客户${(at * 7919) % 3000}**公司`,
    productType: `产品${at % 40}`,
    association: at % 2 ? 'resale' : 'referral',
    planName: `计划${at % 6}`,
    manager: `经理${at % 25}`,
    status: states[at % 4],
    amount: `${at % 5000}.${String(at % 100).padStart(2, '0')}`,
    currency: 'CNY',
  }))
}
Chart.register(BarController, BarElement, CategoryScale, LinearScale)
const now = Date.UTC(2026, 10, 22)
const context = { year: '2026', years: ['2026', '2025', '2024'], currency: 'CNY', top: 10, now }
const defs = chartDefs.filter(({ kind, view }) => view === 'incentives' && kind === 'incentive')
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
const place = () => document.body.appendChild(document.createElement('div'))

/** From rows to all incentive charts drawn. */
async function ours(rows: readonly Row[]): Promise<number> {
  const el = place()
  const started = performance.now()
  const mounted = mountAnalytics(el, {
    source: staticSource({ rows: { incentive: rows } }),
    view: { view: 'incentives' },
    now: () => now,
  })
  while (el.querySelectorAll('canvas').length < 7) await painted()
  const took = performance.now() - started
  mounted.unmount()
  el.remove()
  return took
}
/** Chart.js drawing the same finished arrays, and nothing else. */
async function reference(rows: readonly Row[]): Promise<number> {
  const data = defs.flatMap((def) => dataOf(def, rows, context) ?? [])
  const el = place()
  const started = performance.now()
  const charts = data.map((each) => {
    const box = el.appendChild(document.createElement('div'))
    box.style.height = '260px'
    return new Chart(box.appendChild(document.createElement('canvas')), {
      type: 'bar',
      data: {
        labels: each.labels,
        datasets: each.series.map(({ id, values }) => ({ label: id, data: values.map(Number) })),
      },
      options: { animation: false, maintainAspectRatio: false, normalized: true },
    })
  })
  await painted()
  const took = performance.now() - started
  for (const chart of charts) chart.destroy()
  el.remove()
  return took
}
/** A filter change in slices, as the page makes it: rows narrowed and all charts made anew. */
async function filter(rows: readonly Row[], round: number): Promise<Filtered> {
  let block = 0
  const started = performance.now()
  await inSlices(timed(filterWork(rows, round), (ms) => (block = Math.max(block, ms))))
  return { took: performance.now() - started, block }
}
interface Filtered {
  took: number
  /** The longest piece that nothing could interrupt. */
  block: number
}
const filterWork = (rows: readonly Row[], round: number) =>
  viewWork(
    { incentive: rows, incentiveBill: [] },
    {
      view: 'incentives',
      wanted: { manager: [1, 2, 3].map((at) => `经理${at + round}`), status: ['paid', 'pending'] },
    },
    now,
  )
function* timed<T>(work: Work<T>, tell: (ms: number) => void): Work<T> {
  for (;;) {
    const started = performance.now()
    const { done, value } = work.next()
    tell(performance.now() - started)
    if (done === true) return value
    yield
  }
}
Object.assign(globalThis, { bench: { incentives, ours, reference, filter } })
