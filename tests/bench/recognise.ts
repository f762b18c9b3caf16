/**
 * `recognise.100k`: 100,000 rows of 15 columns, from parsed JSON to records, against `JSON.parse` of the same text.
 * Run: `npm run --silent bench -- recognise`. Both take turns in one process in random order, the reference twice a
 * round (A/A). Medians; raw figures go to stderr.
 */
import { recognise } from '@/utils/recognise'
import { tablesOfValue } from '@/utils/sources/answers'
import { aside, median, spread } from './figures.ts'

const rows = Number(process.env.ROWS ?? 100_000)
const rounds = Number(process.env.ROUNDS ?? 15)

/** An answer as a listing of bill lines has it: ids, names, words, codes, times and amounts, fifteen a row. */
function answer(): string {
  const modes = ['1', '3', '10']
  const services = ['弹性云服务器', '云硬盘', '对象存储服务', '云数据库 RDS', '弹性公网IP']
  const list = Array.from({ length: rows }, (_, at) => ({
    id: `fee-${at.toString(36)}-${(at * 7919) % 99_991}`,
    billCycle: `2026-0${1 + (at % 9)}`,
    customerId: `cust${at % 1000}`,
    customerName: `客户${at % 1000}有限公司`,
    accountName: `account_${at % 1000}`,
    serviceTypeName: services[at % services.length],
    resourceId: `res-${at % 5000}`,
    resourceName: `server-${at % 5000}`,
    regionCode: `cn-north-${1 + (at % 4)}`,
    chargeMode: modes[at % modes.length],
    billType: 1 + (at % 5),
    tradeTime: new Date(1_767_196_800_000 + at * 61_000).toISOString().replace(/\.\d+/, ''),
    orderNo: `CS${2_600_000_000 + at}`,
    officialAmount: (at % 10_000) / 100,
    paymentAmount: `${at % 999}.${10 + (at % 90)}`,
  }))
  return JSON.stringify({ retCode: '0', data: { total: rows, list } })
}

type Side = 'ours' | 'reference' | 'again'

/** Each side pays for the memory it takes as it comes: nothing is collected between two. */
function recogniseBench(): void {
  const text = answer()
  const context = { source: 'capture' as const, url: 'https://account.huaweicloud.com/obmgr/bill' }
  const times: Record<Side, number[]> = { ours: [], reference: [], again: [] }
  let value = JSON.parse(text) as unknown
  const work: Record<Side, () => void> = {
    ours() {
      const [found] = tablesOfValue(value, context).map((table) => recognise(table))
      if (found?.rows.length !== rows || Object.keys(found.rows[0] ?? {}).length < 15)
        throw new Error('not every row and column was read')
    },
    reference: () => (value = JSON.parse(text) as unknown),
    again: () => (value = JSON.parse(text) as unknown),
  }
  for (let round = 0; round <= rounds; round++) {
    const order = (Object.keys(work) as Side[]).sort(() => Math.random() - 0.5)
    for (const side of order) {
      const started = performance.now()
      work[side]()
      if (round > 0) times[side].push(performance.now() - started)
    }
  }
  const [ours, reference, again] = [
    median(times.ours),
    median(times.reference),
    median(times.again),
  ]
  aside(
    `recognise.100k: ours ${spread(times.ours)}, JSON.parse ${spread(times.reference)}, again ${spread(times.again)} (A/A ${(again / reference).toFixed(3)}), ${rounds} rounds, ${(text.length / 1e6).toFixed(1)} MB`,
  )
  console.log(
    JSON.stringify({
      name: 'recognise.100k',
      ours,
      reference,
      ratio: ours / reference,
      unit: 'ms',
    }),
  )
}

recogniseBench()
