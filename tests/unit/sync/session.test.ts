import { describe, expect, it } from 'vitest'
import { planFor } from '@/utils/sources/api/plan'
import type { Client } from '@/utils/sources/api/client'
import type { Wish } from '@/utils/sources/api/steps'
import { newSync } from '@/utils/sync/head'
import { chosen, type Said, session, type SessionRim, type Start } from '@/utils/sync/session'
import type { Keys, Notes, Sync } from '@/utils/sync/types'

const wish: Wish = { site: 'cn', caller: 'partner', kinds: ['customer'] }
const keys: Keys = { site: 'cn', ak: 'AK-ONE', sk: 's' }
const other: Keys = { ...keys, ak: 'AK-TWO' }
const start: Start = { do: 'start', account: 'cn:alice', keys, share: 1 }
const paused = (): Sync => {
  const sync = newSync('cn:alice', '-ONE', planFor(wish, 1), 1)
  return { ...sync, head: { ...sync.head, state: 'paused', unavailable: ['ListQuotaCoupons'] } }
}
const notes: Notes = { history: {}, reconciled: { differences: [], missing: {} } }

/** Two customers, then nothing; what is kept is in `kept`. */
function world(first?: Sync) {
  let kept = first
  const said: Said[] = []
  let calls = 0
  let [answer, asked] = [() => {}, () => {}]
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const reached = new Promise<void>((resolve) => (asked = resolve))
  const held: (() => void)[] = []
  let owner = false
  const free = (): void => {
    owner = false
    held.shift()?.()
  }
  const locks = {
    request: async (
      _: string,
      { ifAvailable = false }: LockOptions,
      work: (lock: Lock | null) => Promise<unknown>,
    ) => {
      if (owner && ifAvailable) return work(null)
      if (owner) await new Promise<void>((resolve) => held.push(resolve))
      owner = true
      return work({ name: _, mode: 'exclusive' }).finally(free)
    },
  } as unknown as SessionRim['locks']
  const client: Client = {
    call: async () => {
      calls += 1
      asked()
      await answered
      return { body: {}, rows: [{ customer_id: 'a' }, { customer_id: 'b' }], total: 2 }
    },
    skewMs: () => 0,
    sent: () => calls,
  }
  const rim: SessionRim = {
    cache: {
      ingest: async ({ records }) => ({ kept: records.length, changed: 0, rejected: [] }),
      read: async () => [],
    },
    store: {
      load: async () => kept,
      save: async (sync) => void (kept = sync),
      notes: async () => notes,
    },
    clientOf: () => client,
    now: () => 1000,
    locks,
    say: (one) => said.push(one),
  }
  return { rim, said, answer, reached, kept: () => kept, calls: () => calls }
}
const go = (rim: SessionRim, more: Partial<Start>): Promise<void> =>
  session({ ...start, ...more }, rim, new AbortController().signal)

describe('a session', () => {
  it('begins a new sync and ends with it done', async () => {
    const { rim, answer, kept, said } = world()
    answer()
    await go(rim, { wish })
    expect(kept()?.head).toMatchObject({ state: 'done', keyTail: '-ONE', progress: { rows: 2 } })
    expect(said.at(-1)).toEqual({ said: 'over' })
  })

  it('works in one page at a time; another one waits, and finds nothing left to do', async () => {
    const shared = world()
    const one = go(shared.rim, { wish })
    await shared.reached
    const two = go(shared.rim, { auto: true })
    shared.answer()
    await Promise.all([one, two])
    expect(shared.said).toContainEqual({ said: 'elsewhere' })
    expect(shared.calls()).toBe(1)
    expect(shared.kept()?.head.state).toBe('done')
  })

  it('takes over what a page that was closed left running', async () => {
    const left = paused()
    const { rim, answer, kept } = world({ ...left, head: { ...left.head, state: 'running' } })
    answer()
    await go(rim, { auto: true })
    expect(kept()?.head.state).toBe('done')
  })

  it('does not go on by itself with what the user paused', async () => {
    const { rim, calls } = world(paused())
    await go(rim, { auto: true })
    expect(calls()).toBe(0)
  })

  it('asks before it goes on with other keys', async () => {
    const { rim, said, calls, answer } = world(paused())
    answer()
    await go(rim, { keys: other })
    expect(said).toContainEqual({ said: 'other-keys' })
    expect(calls()).toBe(0)
    await go(rim, { keys: other, otherKeys: true })
    expect(calls()).toBe(1)
  })
})

describe('what a start means', () => {
  it('knows from the last sync what the same keys may not call, and forgets it when asked', () => {
    const kept = { ...paused(), head: paused().head }
    expect(chosen({ ...start, wish }, kept, 5)?.plan.unavailable).toEqual(['ListQuotaCoupons'])
    expect(chosen({ ...start, wish, again: true }, kept, 5)?.plan.unavailable).toEqual([])
    expect(chosen({ ...start, wish, keys: other }, kept, 5)?.plan.unavailable).toEqual([])
  })
  it('is nothing where nothing is kept', () => {
    expect(chosen(start, undefined, 5)).toBeUndefined()
  })
})
