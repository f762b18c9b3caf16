import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'
import { chartDefs, dataOf } from '@/components/analytics/chart-defs'
import { mountAnalytics, staticSource } from '@/components/analytics'
import type { Row } from '@/utils/analytics/chart-data'
import { wantedRows } from '@/utils/analytics/filter'

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
const context = { year: '2026', currency: 'CNY', top: 10, now }
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
/** A filter change: rows narrowed and all charts made anew. */
function filter(rows: readonly Row[]): number {
  const started = performance.now()
  const own = wantedRows(rows, {
    manager: ['经理1', '经理2', '经理3'],
    status: ['paid', 'pending'],
  })
  for (const def of defs) dataOf(def, own, context)
  return performance.now() - started
}
Object.assign(globalThis, { bench: { incentives, ours, reference, filter } })
