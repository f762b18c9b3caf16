import { expect, it } from 'vitest'
import { rowsInBrowser } from './cache-rows.ts'
import { inPartner } from './partner.ts'
import { cut, startWorld } from './world.ts'

const rounds = Number(process.env.LONG ? 100 : 4)
const [perBatch, shared] = [100, 20]

it(
  'REL-02 a browser killed while it writes: what was acknowledged is there, whole, and it goes on',
  async () => {
    let profile: string | undefined
    let last = 0
    for (let round = 0; round <= rounds; round++) {
      const world = await startWorld(profile === undefined ? {} : { profile, accept: false })
      profile = world.lens.profile
      const page = await world.lens.open('options.html')
      // What an older life acknowledged, each batch with all of its rows; the one that was cut whole or not at all.
      const rows = await rowsInBrowser(page, 'resource')
      const batches = Map.groupBy(
        rows.filter(({ $ }) => $.key.startsWith('b')),
        ({ $ }) => Number(/^b(\d+)-/.exec($.key)?.[1]),
      )
      expect([...batches.values()].filter(({ length }) => length !== perBatch)).toEqual([])
      expect(batches.size).toBeGreaterThanOrEqual(last)
      const newest = batches.size
      const again = rows.filter(({ $ }) => $.key.startsWith('shared'))
      expect(again).toHaveLength(newest === 0 ? 0 : shared)
      expect(again.filter(({ name }) => name !== `v${newest}`)).toEqual([])
      if (round === rounds) {
        await world[Symbol.asyncDispose]()
        break
      }
      const first = Promise.withResolvers<void>()
      await page.exposeFunction('acknowledged', (batch: number) => {
        last = Math.max(last, batch)
        first.resolve()
      })
      await inPartner(page, 'writeOn', newest + 1, Date.now())
      await first.promise
      // Anywhere in what comes after.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
      await cut(world.lens)
      await world.desk.stop()
    }
    expect(last).toBeGreaterThan(rounds)
  },
  rounds * 20_000,
)
