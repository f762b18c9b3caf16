import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'
import { dataOf } from '@/components/analytics/chart-def'
import { chartDefs } from '@/components/analytics/chart-defs'
import { viewWork } from '@/components/analytics/useCharts'
import { segmentOf } from '@/components/analysis/cache-segments'
import { mountAnalytics } from '@/components/analytics'
import type { ChartData, Row } from '@/utils/analytics/chart-data'
import { decode, encode, type Columns, type KeptRecord } from '@/utils/cache/columns'
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

/** Rows as the cache keeps them: a segment a cycle. */
function segments(rows: readonly Row[]): Columns[] {
  const byCycle = new Map<string, KeptRecord[]>()
  rows.forEach((row, at) => {
    const $ = { account: 'cn:a', key: `I${at}`, source: 'file', observedAt: now }
    const cycle = String(row.cycle)
    const own = byCycle.get(cycle) ?? []
    byCycle.set(cycle, own)
    own.push({ ...row, $ } as KeptRecord)
  })
  return [...byCycle.values()].map((own) => encode(own))
}
const read = (from: readonly Columns[]): Row[] => from.flatMap((each) => decode(each))
let finished: ChartData[] | undefined

/** From segments to all incentive charts drawn, each time as if for the first time. */
async function ours(from: readonly Columns[]): Promise<number> {
  const el = place()
  const wanted = (finished ?? []).length
  const started = performance.now()
  const mounted = mountAnalytics(el, {
    source: {
      segments: async (kind) => (kind === 'incentive' ? from.map(segmentOf) : []),
      rows: async () => [],
    },
    view: { view: 'incentives' },
    now: () => now,
  })
  while (Object.keys(Chart.instances).length < wanted) await painted()
  const took = performance.now() - started
  mounted.unmount()
  el.remove()
  return took
}
/** The same segments read, and Chart.js drawing the same arrays, finished before: nothing else. */
async function reference(from: readonly Columns[]): Promise<number> {
  const data = (finished ??= charted(read(from)))
  const el = place()
  const started = performance.now()
  read(from)
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
const charted = (rows: readonly Row[]) => defs.flatMap((def) => dataOf(def, rows, context) ?? [])

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
Object.assign(globalThis, { bench: { incentives, segments, ours, reference, filter } })
