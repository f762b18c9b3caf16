/* oxlint-disable unicorn/require-post-message-target-origin -- a port has no origin to name */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { offerEvent } from '@/utils/sources/hook/handover'
import { openHookPort } from '@/utils/sources/page/hook-port'

/** A window and a document as far as the port touches them. */
function page() {
  const target = new EventTarget()
  let port: MessagePort | undefined
  target.addEventListener(offerEvent, (event) => (port = (event as MessageEvent).ports[0]))
  vi.stubGlobal('window', target)
  vi.stubGlobal('document', { scripts: [] })
  const received: string[] = []
  const whole = new AbortController()
  const opened = openHookPort(
    whole.signal,
    ({ href }) => received.push(href),
    () => {},
  )
  if (!port) throw new Error('no port was offered')
  const hook = port
  return { opened, hook, received, end: () => whole.abort() }
}
const answer = (href: string) => {
  return { method: 'GET', href, address: href, bytes: new ArrayBuffer(2) }
}
const tick = () => new Promise((resolve) => setTimeout(resolve, 20))

let open: ReturnType<typeof page>
beforeEach(() => (open = page()))
afterEach(() => {
  open.end()
  vi.unstubAllGlobals()
})

describe('the port to the hook', () => {
  it('is settled at once where nothing is being copied', async () => {
    await open.opened.settled()
  })
  it('waits for bodies that are on their way, also for one that never comes', async () => {
    open.hook.postMessage(1)
    open.hook.postMessage(1)
    await tick()
    let done = false
    const settled = open.opened.settled().then(() => (done = true))
    open.hook.postMessage(answer('https://account.huaweicloud.com/a'))
    open.hook.postMessage(-1)
    await tick()
    expect(done).toBe(false)
    open.hook.postMessage(-1)
    await settled
    expect(open.received).toEqual(['https://account.huaweicloud.com/a'])
  })
  it('does not wait for ever for a claim that is never taken back', async () => {
    vi.useFakeTimers()
    open.hook.postMessage(1)
    await vi.waitFor(async () => {
      let done = false
      void open.opened.settled().then(() => (done = true))
      await Promise.resolve()
      expect(done).toBe(false)
    })
    const settled = open.opened.settled()
    await vi.advanceTimersByTimeAsync(3000)
    await settled
    vi.useRealTimers()
  })
  it('takes nothing but one and minus one for a count', async () => {
    for (const claim of [2, '1', 1e9, null, { copying: 1 }]) open.hook.postMessage(claim)
    open.hook.postMessage(-1)
    await tick()
    await open.opened.settled()
  })
})
