import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import BillFetch from '@/components/sync/BillFetch.vue'
import SyncView from '@/components/sync/SyncView.vue'
import { useCommands } from '@/stores/commands'
import type { Live } from '@/utils/cache/types'
import type { SyncDoor } from '@/utils/sync/door'
import type { Order, Said } from '@/utils/sync/session'
import type { Credentials, Notes, SyncHead } from '@/utils/sync/types'
import { createKeeper } from '@/utils/vault/keeper'
import type { Keys } from '@/utils/vault/types'
import { around } from '../../unit/vault/surroundings'
import { answerOf, noon, openPage, testId } from '../page'

const keys: Credentials = { site: 'cn', ak: 'AKIDEXAMPLE7Q2Z', sk: 'not-to-be-seen' }
const head: SyncHead = {
  account: 'cn:?',
  keyTail: '7Q2Z',
  state: 'paused',
  wish: { site: 'cn', caller: 'partner', kinds: ['coupon'] },
  startedAt: noon - 60_000,
  unavailable: ['ListIssuedCouponQuotas'],
  requests: 12,
  progress: {
    steps: 10,
    done: 3,
    failed: 1,
    unavailable: 1,
    rows: 1234,
    requestsLeft: 5,
    msLeft: 30_000,
  },
  log: [
    { at: noon, code: 'started' },
    { at: noon, code: 'read', operation: 'ListSubCustomers', rows: 200 },
    { at: noon, code: 'failed', operation: 'ListQuotaCoupons', why: 'UnreachableError' },
  ],
  changedAt: noon,
}

function fakeDoor(heads: SyncHead[] = [], notes: (Notes & { account: string })[] = []) {
  const orders: Order[] = []
  const removed: string[] = []
  const hearers = new Set<(said: Said) => void>()
  const lookers = new Set<() => void>()
  const live = <T>(read: () => T): Live<T> => ({
    subscribe(next) {
      const look = () => next(read())
      lookers.add(look)
      look()
      return () => lookers.delete(look)
    },
  })
  let kept = heads
  const door: SyncDoor = {
    store: {
      heads: () => live(() => kept),
      allNotes: () => live(() => notes),
      remove: async (account) => void removed.push(account),
    },
    order: (order) => void orders.push(order),
    listen: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
  return {
    door,
    orders,
    removed,
    say: async (said: Said) => {
      for (const hear of hearers) hear(said)
      await flushPromises()
    },
    keep: async (next: SyncHead[]) => {
      kept = next
      for (const look of lookers) look()
      await flushPromises()
    },
  }
}
type Fake = ReturnType<typeof fakeDoor>

const open = async (
  fake: Fake,
  credentials: Credentials = keys,
  rim: { allowed?: boolean; language?: 'zh' | 'en' } = {},
) =>
  openPage(SyncView, {
    language: rim.language ?? 'zh',
    rim: {
      credentials: async () => credentials,
      syncDoor: async () => fake.door,
      hasOrigins: vi.fn(async () => rim.allowed ?? true),
    },
  })

describe('the sync view', () => {
  it.each([
    ['none', 'none'],
    ['locked', 'locked'],
  ] as const)('says what to do with keys that are %s', async (credentials, obstacle) => {
    const { page, rim } = await open(fakeDoor(), credentials)
    const notice = page.find(testId(`obstacle-${obstacle}`))
    await notice.find('button').trigger('click')
    expect(rim.openPage).toHaveBeenCalledWith('/options.html')
    expect(page.find(testId('sync-start')).exists()).toBe(false)
  })

  it('unlocks the vault where one stands', async () => {
    const keeper = createKeeper(around())
    await keeper.keepInVault(keys as Keys, 'a passphrase of many words')
    await keeper.lock()
    const { page } = await openPage(SyncView, {
      rim: {
        keys: async () => keeper,
        credentials: () => keeper.credentials(),
        syncDoor: async () => fakeDoor().door,
      },
    })
    const field = await vi.waitFor(() => page.get('[data-testid=unlock-form] input'))
    await field.setValue('a passphrase of many words')
    await page.get(testId('unlock-form')).trigger('submit')
    await vi.waitFor(() => expect(page.find(testId('sync-start')).exists()).toBe(true))
    expect(page.find(testId('obstacle-locked')).exists()).toBe(false)
  })

  it('believes the newest look at the keys, also where an older one answers later', async () => {
    let first: (found: Credentials) => void = () => {}
    const slow = new Promise<Credentials>((resolve) => (first = resolve))
    const credentials = vi.fn(async (): Promise<Credentials> => keys)
    credentials.mockImplementationOnce(() => slow)
    const { page } = await openPage(SyncView, {
      rim: { credentials, hasOrigins: async () => true, syncDoor: async () => fakeDoor().door },
    })
    dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(page.find(testId('sync-start')).exists()).toBe(true)
    first('none')
    await flushPromises()
    expect(page.find(testId('sync-start')).exists()).toBe(true)
    expect(page.find(testId('obstacle-none')).exists()).toBe(false)
  })

  it('begins at once where its command asked for it, and forgets that where it may not', async () => {
    const fake = fakeDoor()
    const asking = async (allowed: boolean) => {
      const opened = await open(fake, keys, { allowed })
      useCommands().syncAsked = true
      await flushPromises()
      expect(useCommands().syncAsked).toBe(false)
      opened.page.unmount()
    }
    await asking(false)
    expect(fake.orders).toEqual([])
    await asking(true)
    expect(fake.orders).toMatchObject([{ do: 'start', wish: { site: 'cn' } }])
    await fake.keep([head])
    await asking(true)
    expect(fake.orders).toHaveLength(2)
    expect(fake.orders[1]).not.toHaveProperty('wish')
  })

  it('hears of keys that were entered while it was still loading', async () => {
    const keeper = createKeeper(around())
    // The first look finds none; they are there before anything listens.
    const entered = flushPromises().then(() => keeper.keepInMemory(keys as Keys))
    const { page } = await openPage(SyncView, {
      rim: {
        keys: () => entered.then(() => keeper),
        credentials: () => keeper.credentials(),
        syncDoor: async () => fakeDoor().door,
      },
    })
    await vi.waitFor(() => expect(page.find(testId('sync-start')).exists()).toBe(true))
  })

  it.each([
    ['paused', '请继续或取消已暂停的同步'],
    ['stopped', '请继续或取消上面停下的同步'],
    ['done', '下次：'],
  ] as const)('says when a sync comes by itself after one that is %s', async (state, said) => {
    const { page } = await openPage(SyncView, {
      language: 'zh',
      kept: { settings: { acceptedAt: 1, syncEveryHours: 6 } },
      rim: {
        credentials: async () => keys,
        syncDoor: async () => fakeDoor([{ ...head, state }]).door,
        hasOrigins: async () => true,
      },
    })
    expect(page.find(testId('sync-next')).text()).toContain(said)
  })

  it('asks for the one host, and begins only then', async () => {
    const fake = fakeDoor()
    const { page, rim } = await open(fake, keys, { allowed: false })
    expect(page.find(testId('sync-start')).attributes('disabled')).toBeDefined()
    await page.find(`${testId('obstacle-permission')} button`).trigger('click')
    expect(rim.requestOrigins).toHaveBeenCalledWith(['https://bss.myhuaweicloud.com/*'])
  })

  it('names every call before the first, and starts what was chosen', async () => {
    const fake = fakeDoor()
    const { page } = await open(fake)
    expect(page.find(testId('sync-announced')).text()).toContain('ListSubCustomers')
    expect(page.find(testId('sync-announced')).text()).toContain('bss.myhuaweicloud.com')
    expect(fake.orders).toEqual([])
    const boxes = page.findAll('input[type=checkbox]')
    for (const box of boxes) {
      if (box.attributes('data-testid') !== 'sync-kind-customer') await box.setValue(false)
    }
    expect(page.find(testId('sync-announced')).text()).not.toContain('ListQuotaCoupons')
    await page.find(testId('sync-start')).trigger('click')
    await flushPromises()
    expect(fake.orders).toMatchObject([
      {
        do: 'start',
        account: 'cn:?',
        wish: { kinds: ['customer'], caller: 'partner' },
        share: 0.5,
      },
    ])
    expect(page.html()).not.toContain('not-to-be-seen')
  })

  it('knows whose the keys are from where they were entered', async () => {
    const { page } = await open(fakeDoor(), { ...keys, caller: 'customer' } as typeof keys)
    expect((page.find('#sync-caller').element as HTMLSelectElement).value).toBe('customer')
  })

  it('shows how far it is, and what is not available to the account', async () => {
    const { page } = await open(fakeDoor([head]), keys, { language: 'en' })
    const text = page.find(testId('sync-progress')).text()
    expect(text).toContain('5 of 10 lists')
    expect(text).toContain('1,234 rows')
    expect(page.find('progress').attributes('value')).toBe('50')
    expect(page.find(testId('sync-unavailable')).text()).toContain('ListIssuedCouponQuotas')
    const log = page.find(testId('sync-log')).text()
    expect(log).toContain('Customers (ListSubCustomers): 200 rows read.')
    expect(log).toContain('given up. The API did not answer.')
  })

  it('goes on, pauses and tries again', async () => {
    const fake = fakeDoor([head])
    const { page } = await open(fake)
    await page.find(testId('sync-resume')).trigger('click')
    await flushPromises()
    await fake.keep([{ ...head, state: 'running' }])
    await page.find(testId('sync-pause')).trigger('click')
    await flushPromises()
    await fake.keep([head])
    await fake.say({ said: 'over' })
    await page.find(testId('sync-again')).trigger('click')
    await flushPromises()
    expect(fake.orders.map((order) => [order.do, 'again' in order])).toEqual([
      ['start', false],
      ['pause', false],
      ['start', true],
    ])
  })

  it('goes on by itself after its page was closed', async () => {
    const fake = fakeDoor([{ ...head, state: 'running' }])
    const { page } = await open(fake)
    expect(fake.orders).toMatchObject([{ do: 'start', auto: true }])
    await fake.say({ said: 'elsewhere' })
    expect(page.find(testId('obstacle-elsewhere')).exists()).toBe(true)
  })

  it.each([
    ['key', '7Q2Z'],
    ['clock', '15'],
  ] as const)('says why it stopped: %s', async (stop, word) => {
    const { page } = await open(fakeDoor([{ ...head, state: 'stopped', stop }]))
    expect(page.find(testId(`stop-${stop}`)).text()).toContain(word)
  })

  it('shows where the console and the API differ, with the documented reason', async () => {
    const notes = {
      account: 'cn:?',
      history: { coupon: { at: noon - 3_600_000, since: noon, rows: 3, complete: true } },
      reconciled: {
        missing: { ListIssuedPartnerCoupons: 4 },
        differences: [
          {
            kind: 'coupon' as const,
            operation: 'ListIssuedPartnerCoupons' as const,
            key: 'C1',
            field: 'balance',
            shown: '1200.00',
            shownAt: noon,
            source: 'page' as const,
            said: '1150.00',
            saidAt: noon,
          },
        ],
      },
    }
    const { page } = await open(fakeDoor([], [notes]), keys, { language: 'en' })
    const text = page.find(testId('sync-differences')).text()
    expect(text).toMatch(/the console showed 1,200(\.00)? .*the API says 1,150(\.00)? /)
    expect(text).toContain('the console showed 4 records that the API does not list')
    expect(text).toContain('agency-sale')
    expect(page.find(testId('sync-history')).text()).toContain('1 hour ago')
  })

  it('waits while the vault is locked, and goes on when it is opened again', async () => {
    let now: Credentials = keys
    const fake = fakeDoor([{ ...head, state: 'running' }])
    await openPage(SyncView, {
      rim: { credentials: async () => now, syncDoor: async () => fake.door },
    })
    const look = async () => {
      dispatchEvent(new Event('focus'))
      await flushPromises()
    }
    now = 'locked'
    await look()
    await fake.say({ said: 'over' })
    expect(fake.orders.map((order) => order.do)).toEqual(['start', 'leave'])
    now = keys
    await look()
    expect(fake.orders).toMatchObject([
      { do: 'start' },
      { do: 'leave' },
      { do: 'start', auto: true },
    ])
  })

  it('asks before it forgets what is left', async () => {
    const fake = fakeDoor([head])
    const { page } = await open(fake)
    await page.find(testId('sync-cancel')).trigger('click')
    await flushPromises()
    expect(fake.removed).toEqual([])
    ;(await answerOf('confirm-yes')).click()
    await flushPromises()
    expect(fake.removed).toEqual(['cn:?'])
  })
})

describe('the bill of one customer and month', () => {
  const show = async (fake: Fake, rim: { account?: string; allowed?: boolean } = {}) =>
    openPage(
      {
        render: () => h(BillFetch, { account: rim.account ?? 'cn:?', customerId: 'c1' }),
      },
      {
        language: 'en',
        rim: {
          credentials: async () => keys,
          syncDoor: async () => fake.door,
          hasOrigins: async () => rim.allowed ?? true,
        },
      },
    )
  const done = (progress: Partial<SyncHead['progress']>): SyncHead => ({
    ...head,
    state: 'done',
    wish: { ...head.wish, kinds: ['charge'], bills: [{ customerId: 'c1', month: '2026-10' }] },
    progress: { ...head.progress, failed: 0, unavailable: 0, ...progress },
  })

  it('is fetched with a press, the month before this one first, and says what came', async () => {
    const fake = fakeDoor()
    const { page } = await show(fake)
    const [, last = ''] = page.findAll('option').map((each) => each.text())
    expect(page.findAll('option')).toHaveLength(18)
    await page.get(testId('bill-start')).trigger('click')
    await flushPromises()
    expect(fake.orders).toMatchObject([
      {
        wish: { caller: 'partner', kinds: ['charge'], bills: [{ customerId: 'c1', month: last }] },
      },
    ])
    await fake.keep([
      { ...done({ rows: 12 }), wish: { ...head.wish, bills: [{ customerId: 'c1', month: last }] } },
    ])
    expect(page.get(testId('bill-said')).text()).toContain('12 lines')
    await fake.keep([
      {
        ...done({ unavailable: 1 }),
        wish: { ...head.wish, bills: [{ customerId: 'c1', month: last }] },
      },
    ])
    expect(page.get(testId('bill-said')).text()).toContain('may not read')
  })
  it('never puts an end to a sync that is not over, nor asks for one of another site', async () => {
    const { page } = await show(fakeDoor([head]))
    expect(page.get(testId('bill-start')).attributes('disabled')).toBeDefined()
    expect(page.get(testId('bill-said')).text()).toContain('not over yet')
    const other = await show(fakeDoor(), { account: 'intl:bob' })
    expect(other.page.get(testId('bill-start')).attributes('disabled')).toBeDefined()
    expect(other.page.get(testId('bill-said')).text()).toContain('another site')
  })
})
