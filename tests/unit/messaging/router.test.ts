import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protocol, type MessageName } from '@/utils/messaging/protocol'
import { route, type Handlers, type Sender } from '@/utils/messaging/router'

const ownId = 'abcdefghijklmnop'
const page = { url: 'https://account.huaweicloud.com/obmgr/#/x', title: '券管理' }
const tab = { id: 7 } as chrome.tabs.Tab

const messages: { [N in MessageName]: unknown } = {
  'page.seen': { page },
  'answer.seen': { id: 'a', page, requestUrl: page.url, method: 'GET', seenAt: 1, body: '{}' },
  'table.seen': { id: 'a', page, seenAt: 1, columns: ['a'], rows: [['1']] },
  'export.asked': { id: 'a', page, seenAt: 1 },
  'masking.changed': { columns: [] },
  'presentation.toggle': {},
  'presentation.set': { on: true, amounts: false },
  'eye.learned': { place: 'p', column: 'c', scope: 'column', path: 'i:0' },
  'reveal.noted': { id: 'r', at: 1, place: 'p', header: '客户名称', why: 'column' },
  'page.problem': { page, problem: 'flooded' },
  'panel.open': {},
  'launcher.moved': { x: 0.5, y: 0.5 },
  'launcher.hidden': {},
  'tab.state': {},
  'settings.changed': {},
  'origins.changed': {},
  'forget.everything': {},
  'reminder.test': {},
  'reveal.mine': { place: 'x' },
  'sync.due': {},
  'sync.over': {},
  'reminders.changed': {},
  'export.open': { taskId: 'x' },
}

const senders: Record<string, Partial<Sender>> = {
  'own page': { id: ownId, origin: `chrome-extension://${ownId}` },
  'allowed page': { id: ownId, origin: 'https://account.huaweicloud.com', tab, frameId: 0 },
  'allowed sub-frame': { id: ownId, origin: 'https://partner.huaweicloud.com', tab, frameId: 4 },
  'other origin': { id: ownId, origin: 'https://evil.example', tab, frameId: 0 },
  'null origin': { id: ownId, origin: 'null', tab, frameId: 2 },
  'no origin': { id: ownId, tab, frameId: 0 },
  'other extension': { id: 'ponmlkjihgfedcba', origin: 'chrome-extension://ponmlkjihgfedcba' },
  'no tab': { id: ownId, origin: 'https://account.huaweicloud.com' },
}
const ofConsole = ['allowed page', 'allowed sub-frame']

function router() {
  const done: string[] = []
  const handlers = Object.fromEntries(
    Object.keys(protocol).map((name) => [name, () => void done.push(name)]),
  ) as unknown as Handlers
  const options = { ownId, origins: () => ['https://partner.huaweicloud.com'] }
  return { done, answer: route(handlers, options) }
}

describe('SEC-01 the one door', () => {
  for (const name of Object.keys(protocol) as MessageName[]) {
    for (const [who, sender] of Object.entries(senders)) {
      const may = protocol[name].from === 'own' ? who === 'own page' : ofConsole.includes(who)
      it(`${may ? 'lets' : 'keeps'} ${name} from ${who}`, async () => {
        const { done, answer } = router()
        const reply = await answer({ name, message: messages[name] }, sender as Sender)
        expect(reply?.ok).toBe(may ? true : undefined)
        expect(done).toEqual(may ? [name] : [])
      })
    }
  }

  it('refuses what is too deep, too large or has a stray key', async () => {
    const { done, answer } = router()
    const from = senders['allowed page'] as Sender
    let deep: unknown = 1
    for (let i = 0; i < 10_000; i++) deep = { deep }
    const large = { ...(messages['answer.seen'] as object), body: 'x'.repeat(5 * 1024 * 1024) }
    const stray = { ...(messages['answer.seen'] as object), stray: 1 }
    for (const message of [deep, large, stray])
      expect(answer({ name: 'answer.seen', message }, from)).toBeUndefined()
    expect(done).toEqual([])
  })

  it('answers nothing and throws nothing on any message of a page', () => {
    const { done, answer } = router()
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.constantFrom(...Object.values(senders)),
        (raw, sender) => {
          void answer(raw, sender as Sender)
        },
      ),
      { numRuns: 10_000 },
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(protocol), '__proto__', 'constructor'),
        fc.anything(),
        (name, message) => {
          void answer({ name, message }, senders['other origin'] as Sender)
        },
      ),
      { numRuns: 2000 },
    )
    expect(done).toEqual([])
  })

  it('hands an error over by name and place, without its stack', async () => {
    const handlers = {
      'panel.open': () => Promise.reject(Object.assign(new RangeError('no'), { place: 'here' })),
    }
    const answer = route(handlers as unknown as Handlers, { ownId, origins: () => [] })
    const reply = await answer(
      { name: 'panel.open', message: {} },
      senders['allowed page'] as Sender,
    )
    expect(reply).toEqual({
      ok: false,
      error: { name: 'RangeError', message: 'no', place: 'here' },
    })
  })

  it('starts a handler in the turn of the message, so that a gesture is still one', () => {
    const { done, answer } = router()
    void answer({ name: 'panel.open', message: {} }, senders['allowed page'] as Sender)
    expect(done).toEqual(['panel.open'])
  })
})
