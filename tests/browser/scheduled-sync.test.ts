import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { keysOf } from '../console/api/keys.ts'
import { eventually, startWorld, type Lens } from './world.ts'

const { access, secret } = keysOf('partner-a')
const enter = (own: Page) =>
  own.evaluate((keys) => chrome.storage.session.set({ 'keys.memory': keys }), {
    site: 'cn',
    ak: access,
    sk: secret,
  } as const)
/** The last one began so long ago that the next is due, and the alarm says so. */
async function becomeDue(lens: Lens): Promise<void> {
  const [worker] = lens.context.serviceWorkers()
  await worker?.evaluate(async () => {
    await chrome.storage.local.set({ 'sync.schedule': { at: Date.now() - 7 * 3_600_000 } })
    await chrome.alarms.create('sync', { when: Date.now() + 100 })
  })
}
const scheduled = (own: Page) =>
  own.evaluate(async () => (await chrome.storage.local.get('sync.schedule'))['sync.schedule'])

it('a sync comes by itself when it is due, without a page of ours, and waits for keys', async () => {
  await using world = await startWorld({
    desk: { scale: 20, customers: 4, resourcesEach: 3 },
    granted: { hosts: ['https://bss.myhuaweicloud.com/*'] },
  })
  const { desk, lens } = world
  const own = await lens.open('dashboard.html#sync')
  await enter(own)
  await own.getByTestId('sync-start').click()
  await own.getByTestId('sync-every').waitFor()
  await eventually(
    () => own.getByTestId('sync-progress').innerText(),
    (text) => /已完成|finished/.test(text),
    60_000,
  )
  await own.getByTestId('sync-every').selectOption('6')
  await eventually(
    () => scheduled(own),
    (kept) => kept !== undefined,
  )
  // Our pages are closed but one that knows nothing of syncs.
  const bare = await lens.open('cover.css')
  await own.close()
  const before = desk.api.calls().length
  await becomeDue(lens)
  await eventually(
    async () => desk.api.calls().length,
    (calls) => calls > before,
    30_000,
  )
  const contexts = () =>
    bare.evaluate(
      async () =>
        (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT' as never] }))
          .length,
    )
  // The page that worked on it goes when it is over.
  await eventually(contexts, (count) => count === 0, 60_000)
  const again = await lens.open('dashboard.html#sync')
  await again.getByTestId('sync-next').waitFor()
  expect(await again.getByTestId('sync-progress').innerText()).toMatch(/已完成|finished/)

  // Keys are gone, as with a locked vault: it waits, says so, and begins when they are there again.
  await again.evaluate(() => chrome.storage.session.remove('keys.memory'))
  const calls = desk.api.calls().length
  await becomeDue(lens)
  await eventually(
    () => scheduled(again),
    (kept) => (kept as { waits?: string }).waits === 'locked',
  )
  expect(desk.api.calls()).toHaveLength(calls)
  await enter(again)
  await eventually(
    async () => desk.api.calls().length,
    (count) => count > calls,
    30_000,
  )
  await eventually(contexts, (count) => count === 0, 60_000)

  // Locked in the middle of it, with no page of ours that would go on with it: nothing more is signed.
  await again.close()
  desk.api.setFaults([{ kind: 'slow', delayMs: 1000 }])
  const begun = desk.api.calls().length
  await becomeDue(lens)
  await eventually(
    async () => desk.api.calls().length,
    (count) => count > begun,
    30_000,
  )
  await bare.evaluate(() => chrome.storage.session.remove('keys.memory'))
  await eventually(contexts, (count) => count === 0)
  // What was under way arrives; nothing follows it.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const stopped = desk.api.calls().length
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(desk.api.calls()).toHaveLength(stopped)

  // It was cut off, as by a browser that was closed: with keys it goes on, long before the next is due.
  desk.api.setFaults([])
  await bare.evaluate(() =>
    chrome.storage.local.set({
      'sync.schedule': { at: Date.now(), open: Date.now() - 11 * 60_000 },
    }),
  )
  await enter(bare)
  await eventually(
    async () => desk.api.calls().length,
    (count) => count > stopped,
    30_000,
  )
  await eventually(contexts, (count) => count === 0, 60_000)
  expect(await scheduled(bare)).not.toHaveProperty('open')
}, 200_000)
