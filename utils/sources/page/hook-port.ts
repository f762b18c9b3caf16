import {
  offerEvent,
  readyEvent,
  type HookAnswer,
  type HookCopying,
  type HookOrder,
} from '@/utils/sources/hook/handover'

export interface HookPort {
  tell(order: HookOrder): void
  /**
   * Resolves when every body has come that was being copied when this was asked; what the page draws from an answer may
   * stand there before our copy of it is complete. Nobody waits longer than three seconds.
   */
  settled(): Promise<void>
}
const longestWaitMs = 3000

/**
 * The isolated script's end of the private port. What comes through it is a claim: its form is checked here.
 */
export function openHookPort(
  signal: AbortSignal,
  received: (answer: HookAnswer) => void,
  tooLarge: () => void,
): HookPort {
  const { port1, port2 } = new MessageChannel()
  let taken = false
  // Once a script of the page could have run, nobody but our own hook may still ask for the port.
  const late = document.scripts.length > 0
  const offer = () => {
    if (taken || (!late && document.scripts.length > 0)) return
    const event = new MessageEvent(offerEvent, { ports: [port2], cancelable: true })
    window.dispatchEvent(event)
  }
  // The hook announces itself when it starts second; a port can be taken once only.
  window.addEventListener(
    readyEvent,
    (event) => {
      event.stopImmediatePropagation()
      offer()
    },
    { signal },
  )
  // A claim like all that comes: it can do no more than keep us waiting for a moment.
  let copying = 0
  let waiting: (() => void)[] = []
  const counted = (change: HookCopying) => {
    copying = Math.max(0, copying + change)
    if (copying > 0) return
    for (const resolve of waiting) resolve()
    waiting = []
  }
  const settled = (): Promise<void> =>
    copying === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting.push(resolve)
          setTimeout(resolve, longestWaitMs)
        })
  port1.addEventListener('message', (event: MessageEvent<unknown>) => {
    taken = true
    const answer = checked(event.data)
    if (event.data === 1 || event.data === -1) counted(event.data)
    else if (answer) received(answer)
    else if (isTooLarge(event.data)) tooLarge()
  })
  port1.start()
  offer()
  signal.addEventListener('abort', () => {
    port1.postMessage({ order: 'stop' } satisfies HookOrder)
    port1.close()
  })
  return { tell: (order) => port1.postMessage(order), settled }
}

function checked(data: unknown): HookAnswer | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { method, href, address, bytes } = data as Record<string, unknown>
  if (typeof method !== 'string' || method.length > 16) return undefined
  if (typeof href !== 'string' || href.length > 4096) return undefined
  if (typeof address !== 'string' || address.length > 4096) return undefined
  if (!(bytes instanceof ArrayBuffer) || bytes.byteLength > 4 * 1024 * 1024) return undefined
  return { method, href, address, bytes }
}

function isTooLarge(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, 'tooLarge')
}
