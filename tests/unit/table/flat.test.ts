import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { deltaScope } from '@/utils/cache/delta'
import { Table } from '@/utils/table/table'
import { View } from '@/utils/table/view'
import { kept, segment } from './rows'

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
/** Bytes, once nothing more is given back: buffers go a while after what held them. */
async function held(): Promise<number> {
  let least = Infinity
  for (let round = 0; round < 6; round++) {
    collect()
    await new Promise((done) => setTimeout(done, 20))
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    least = Math.min(least, heapUsed + arrayBuffers)
  }
  return least
}

const row = (n: number, round: number) =>
  kept(`id-${n}`, { name: `ecs ${n} ${round}`, status: `s${round}`, expiresAt: n + round })

/** Words that no row has any more are dropped in bulk: after so many updates as many come as go. */
const settled = 1800
/** Ten changes a second: an hour of them in the long proof. */
const updates = process.env.LONG ? 36_000 : 3600

it(
  'takes no more memory after many live updates than after some',
  { timeout: 900_000 },
  async () => {
    const table = new Table('resource')
    for (let at = 0; at < 20_000; at += 1000) {
      const rows = Array.from({ length: 1000 }, (_, n) => row(at + n, 0))
      table.apply([segment(`c${at}`, rows)])
    }
    const view = new View(table)
    const update = (round: number) => {
      // By turns ten scattered rows in a delta, that is folded in after a while, and one customer anew.
      const rows = Array.from({ length: 10 }, (_, n) =>
        row((round * 37 + n * 1999) % 20_000, round),
      )
      table.apply([segment(deltaScope, rows, round % 5)])
      if (round % 5 === 4) {
        const gone = [0, 1, 2, 3, 4].map((part) => ({ scope: deltaScope, part }))
        const first = ((round * 13) % 20) * 1000
        const whole = Array.from({ length: 1000 }, (_, n) => row(first + n, round))
        table.apply([...gone, segment(`c${first}`, whole)])
      }
      if (round % 10 === 0)
        view.lines(
          { language: 'zh', text: `ecs ${round % 100}`, sort: [{ field: 'expiresAt' }] },
          0,
        )
    }
    for (let round = 1; round <= settled; round += 1) update(round)
    const before = await held()
    for (let round = settled + 1; round <= updates; round += 1) update(round)
    // Rows that a delta lost for good are gone: the table may only have become smaller.
    expect(table.rows).toBeLessThanOrEqual(20_000)
    expect(await held()).toBeLessThan(before * 1.1 + 1_000_000)
  },
)
