import {
  offerEvent,
  readyEvent,
  type HookAnswer,
  type HookOrder,
} from '@/utils/sources/hook/handover'

export interface HookPort {
  tell(order: HookOrder): void
}

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
  port1.addEventListener('message', (event: MessageEvent<unknown>) => {
    taken = true
    const answer = checked(event.data)
    if (answer) received(answer)
    else if (isTooLarge(event.data)) tooLarge()
  })
  port1.start()
  offer()
  signal.addEventListener('abort', () => {
    port1.postMessage({ order: 'stop' } satisfies HookOrder)
    port1.close()
  })
  return { tell: (order) => port1.postMessage(order) }
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
