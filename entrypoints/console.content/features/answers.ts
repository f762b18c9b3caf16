import type { MessageOf } from '@/utils/messaging/protocol'
import type { HookPort } from '@/utils/sources/page/hook-port'
import type { HookAnswer } from '@/utils/sources/hook/handover'
import { outbox } from '../outbox'
import { repeats } from '../repeats'
import type { Feature } from './index'

/** Chrome 148 and later carry bytes in messages; older ones get text. */
const carriesBytes = () =>
  Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0) >= 148

const early: { answer: HookAnswer; seenAt: number }[] = []
let take = (answer: HookAnswer): void => {
  // Before the worker has said whether anything may be kept.
  if (early.length < 200) early.push({ answer, seenAt: Date.now() })
}
let port: HookPort | undefined

/** Called at document_start, before the worker could be asked. */
export function connectHook(opened: HookPort): void {
  port = opened
}
export const fromHook = (answer: HookAnswer): void => take(answer)
export function discardEarly(): void {
  early.length = 0
  take = () => {}
}

/** Passes the answers that the hook copied on to the worker, and learns which addresses never give anything. */
export const answers: Feature = {
  id: 'answers',
  frames: 'all',
  run({ ask, page, signal }) {
    const useless = new Map<string, number>()
    const learn = (address: string, useful: boolean) => {
      if (useful) {
        useless.delete(address)
        return
      }
      const times = (useless.get(address) ?? 0) + 1
      useless.set(address, times)
      if (times === 2) port?.tell({ order: 'leave', address })
    }
    const known = repeats(Date.now)
    const box = outbox<{ message: MessageOf<'answer.seen'>; address: string; mark: string }>(
      async ({ message, address, mark }) => {
        const { useful } = await ask('answer.seen', message)
        known.acknowledged(message.requestUrl, mark)
        learn(address, useful)
      },
      () => void ask('page.problem', { page: page(), problem: 'flooded' }).catch(() => {}),
    )
    box.open(true)
    const put = async ({ method, href, address, bytes }: HookAnswer, seenAt: number) => {
      // The page is as it was when the answer came, not as it is when the digest is there.
      const message = { id: crypto.randomUUID(), page: page(), requestUrl: href, method, seenAt }
      const mark = await known.markOf(href, bytes)
      if (mark === undefined) return
      const body = carriesBytes() ? new Uint8Array(bytes) : new TextDecoder().decode(bytes)
      box.put({ message: { ...message, body }, address, mark }, bytes.byteLength)
    }
    for (const { answer, seenAt } of early.splice(0)) void put(answer, seenAt)
    take = (answer) => void put(answer, Date.now())
    signal.addEventListener('abort', discardEarly)
  },
}
