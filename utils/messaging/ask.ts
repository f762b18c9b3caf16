import { UnreachableError } from '@/utils/errors'
import type { AnswerOf, MessageName, MessageOf } from './protocol'

/** What the worker sends back; an error keeps its name and place, not its class. */
export type Reply =
  | { ok: true; answer: unknown }
  | { ok: false; error: { name: string; message: string; place?: string } }

/** Names an error that crossed a message. */
export class RemoteError extends Error {
  readonly place?: string
  constructor(error: { name: string; message: string; place?: string }) {
    super(error.message)
    this.name = error.name
    this.place = error.place
  }
}

/** True where our own extension was updated or removed under this script: nothing of it works any more. */
export function isOrphaned(): boolean {
  return chrome.runtime?.id === undefined
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Effects that a person asked for once are never sent twice. */
const once: readonly MessageName[] = [
  'panel.open',
  'presentation.toggle',
  'reminder.test',
  'export.open',
]

/**
 * Sends a message to the worker and waits for its answer. A worker that died on the way shows as a rejection or as
 * `undefined` (both measured): the same message is sent again, which is why every one of them may arrive twice.
 * @throws UnreachableError when the worker did not answer, RemoteError with the name of what it threw
 */
export async function ask<N extends MessageName>(
  name: N,
  message: MessageOf<N>,
): Promise<AnswerOf<N>> {
  const tries = once.includes(name) ? 1 : 5
  let cause: unknown
  for (let attempt = 0; attempt < tries; attempt++) {
    if (isOrphaned()) break
    if (attempt > 0) await pause(50 * 3 ** (attempt - 1))
    let reply: Reply | undefined
    try {
      reply = (await chrome.runtime.sendMessage({ name, message })) as Reply | undefined
    } catch (error) {
      cause = error
      continue
    }
    if (reply?.ok === true) return reply.answer as AnswerOf<N>
    if (reply?.ok === false) throw new RemoteError(reply.error)
  }
  throw new UnreachableError('the worker did not answer', { cause, place: name })
}
