import { describe, expect, it, vi } from 'vitest'
import { outbox } from '@/entrypoints/console.content/outbox'
import { UnreachableError } from '@/utils/errors'

/** An outbox whose messages are acknowledged, or refused, by the test. */
function box() {
  const under = new Map<string, { ok(): void; fail(error: Error): void }>()
  const made = outbox<string>(
    (item) => new Promise((resolve, reject) => under.set(item, { ok: resolve, fail: reject })),
    () => {},
  )
  made.open(true)
  return { made, under }
}
const settled = async (promise: Promise<void>) => {
  let is = false
  void promise.then(() => (is = true))
  await Promise.resolve()
  await new Promise((done) => setImmediate(done))
  return is
}

describe('what waits to be acknowledged', () => {
  it('is drained when all that was put before is acknowledged, also what waits behind others', async () => {
    const { made, under } = box()
    for (const item of ['a', 'b', 'c', 'd', 'e']) made.put(item, 1)
    const drained = made.drained()
    made.put('later', 1)
    for (const item of ['a', 'b', 'c', 'd']) under.get(item)?.ok()
    expect(await settled(drained)).toBe(false)
    under.get('e')?.ok()
    expect(await settled(drained)).toBe(true)
  })
  it('is not drained while the worker is on its way up again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { made, under } = box()
    made.put('a', 1)
    const drained = made.drained()
    under.get('a')?.fail(new UnreachableError('gone', { place: 'test' }))
    expect(await settled(drained)).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    under.get('a')?.ok()
    expect(await settled(drained)).toBe(true)
    vi.useRealTimers()
  })
  it('is drained by what can never be taken, and by an end of it all', async () => {
    const { made, under } = box()
    made.put('a', 1)
    under.get('a')?.fail(new Error('no'))
    expect(await settled(made.drained())).toBe(true)
    for (const item of ['b', 'c', 'd', 'e', 'f']) made.put(item, 1)
    made.open(false)
    for (const item of ['b', 'c', 'd', 'e']) under.get(item)?.ok()
    expect(await settled(made.drained())).toBe(true)
  })
})
