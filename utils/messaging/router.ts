import type { Reply } from './ask'
import { protocol, type AnswerOf, type MessageName, type MessageOf } from './protocol'
import { senderKind } from './senders'
import { depthWithin, sizeOf } from './size'

export type Sender = chrome.runtime.MessageSender
export type Handlers = {
  [N in MessageName]: (message: MessageOf<N>, sender: Sender) => Promise<AnswerOf<N>> | AnswerOf<N>
}
export interface RouterOptions {
  ownId: string
  /** Origins the user switched on, as known now. */
  origins: () => readonly string[]
  /** Told once a failed message, at the edge. */
  failed?: (name: string, error: unknown) => void
}

/** Limits of SEC-01, in bytes and levels. */
const most = { message: 1024 * 1024, body: 4 * 1024 * 1024, depth: 12 }

/**
 * The one door: default deny. A message is answered only when its name is known, its sender may send it, and it fits
 * its schema, size and depth. Handlers start in the same turn, so that a user's gesture is still one.
 */
export function route(handlers: Handlers, options: RouterOptions) {
  return (raw: unknown, sender: Sender): Promise<Reply> | undefined => {
    const asked = admitted(raw, sender, options)
    if (!asked) return undefined
    const handler = handlers[asked.name] as (message: unknown, sender: Sender) => unknown
    return answered(() => handler(asked.message, sender)).catch((error: unknown) => {
      options.failed?.(asked.name, error)
      return { ok: false, error: facts(error) }
    })
  }
}

async function answered(run: () => unknown): Promise<Reply> {
  return { ok: true, answer: (await run()) ?? {} }
}

function facts(error: unknown): { name: string; message: string; place?: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' }
  const place = 'place' in error && typeof error.place === 'string' ? error.place : undefined
  return { name: error.name, message: error.message, ...(place === undefined ? {} : { place }) }
}

function admitted(
  raw: unknown,
  sender: Sender,
  options: RouterOptions,
): { name: MessageName; message: unknown } | undefined {
  if (
    typeof raw !== 'object' ||
    raw === null ||
    !Object.hasOwn(raw, 'name') ||
    !Object.hasOwn(raw, 'message')
  )
    return undefined
  const { name, message } = raw as { name: unknown; message: unknown }
  if (typeof name !== 'string' || !Object.hasOwn(protocol, name)) return undefined
  const known = name as MessageName
  if (senderKind(sender, options.ownId, options.origins()) !== protocol[known].from)
    return undefined
  if (
    !depthWithin(message, most.depth) ||
    sizeOf(message) > (known === 'answer.seen' ? most.body + 16_384 : most.message)
  ) {
    return undefined
  }
  return protocol[known].schema(message) ? { name: known, message } : undefined
}
