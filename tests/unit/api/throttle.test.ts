import { expect, it } from 'vitest'
import { createThrottle } from '@/utils/sources/api/throttle'

/** A clock that moves only when somebody waits, and then as late as `lateness` says. */
function slowClock(lateness: (turn: number) => number) {
  let [at, waits] = [0, 0]
  return {
    now: () => at,
    wait: async (ms: number) => {
      at += ms + lateness((waits += 1))
    },
  }
}
async function sent(lateness: (turn: number) => number, count: number): Promise<number[]> {
  const { now, wait } = slowClock(lateness)
  const throttle = createThrottle(now, wait)
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    await throttle.turn('one', 10)
    times.push(now())
  }
  return times
}
/** The shortest time in which eleven went: within a second the gateway refuses the last of them. */
const closest = (times: number[]): number =>
  Math.min(...times.slice(10).map((at, index) => at - (times[index] ?? 0)))

it('leaves a tenth of room between as many as a second allows', async () => {
  expect(closest(await sent(() => 0, 100))).toBeCloseTo(1100)
})

it('makes up for timers that fire late, and brings no eleven closer together for it', async () => {
  const late = await sent((turn) => (turn % 3) * 9, 200)
  expect(closest(late)).toBeGreaterThanOrEqual(1100 - 1e-6)
  // Without making up for it: 9 ms on average, 200 times.
  expect((late.at(-1) ?? 0) - 200 * 110).toBeLessThan(250)
})

it('does not make up for a long sleep at once', async () => {
  const woken = await sent((turn) => (turn === 20 ? 60_000 : 0), 60)
  expect(closest(woken)).toBeGreaterThanOrEqual(1100 - 1e-6)
})

it('sends nothing at first where another one may have sent all that a second allows', async () => {
  let at = 5000
  const clock = [() => at, async (ms: number) => void (at += ms)] as const
  // The one before made up for a late timer, and died with it.
  const before = createThrottle(...clock)
  const times: number[] = []
  const send = async (throttle: ReturnType<typeof createThrottle>) => {
    await throttle.turn('one', 10)
    times.push(at)
  }
  for (let index = 0; index < 8; index++) await send(before)
  at += 400
  for (let index = 0; index < 4; index++) await send(before)
  const after = createThrottle(...clock, 1, true)
  for (let index = 0; index < 12; index++) await send(after)
  expect(closest(times)).toBeGreaterThanOrEqual(1000)
})

it('begins evenly however long nothing was asked for', async () => {
  let at = 0
  const throttle = createThrottle(
    () => at,
    async (ms) => void (at += ms),
  )
  at = 5000
  const times: number[] = []
  for (let index = 0; index < 12; index++) {
    await throttle.turn('one', 10)
    times.push(at)
  }
  expect(times.slice(1).every((time, index) => time - (times[index] ?? 0) >= 110 - 1e-6)).toBe(true)
})
