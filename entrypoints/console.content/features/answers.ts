import type { MessageOf, PageFacts } from '@/utils/messaging/protocol'
import type { HookPort } from '@/utils/sources/page/hook-port'
import type { HookAnswer } from '@/utils/sources/hook/handover'
import { calm } from '../calm'
import { outbox } from '../outbox'
import { repeats } from '../repeats'
import type { Feature } from './feature'

/** Chrome 148 and later carry bytes in messages; older ones get text. */
const carriesBytes = () =>
  Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0) >= 148

/** Bodies that are gathered while a page is busy, in bytes. */
const mostGathered = 24 * 1024 * 1024
interface Came {
  answer: HookAnswer
  seenAt: number
}

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

let left = async (): Promise<void> => {}
/** Resolves when the worker has all answers the page has until now: a table drawn from one is told of after it. */
export const answersTold = (): Promise<void> => left()

/** Passes the answers that the hook copied on to the worker, and learns which addresses never give anything. */
export const answers: Feature = {
  id: 'answers',
  frames: 'all',
  run({ ask, page, signal, onSettled, onTurn }) {
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
    const send = ({ answer, seenAt }: Came, facts: PageFacts, mark: string) => {
      const { method, href, address, bytes } = answer
      const body = carriesBytes() ? new Uint8Array(bytes) : new TextDecoder().decode(bytes)
      const message = {
        id: crypto.randomUUID(),
        page: facts,
        requestUrl: href,
        method,
        seenAt,
        body,
      }
      box.put({ message, address, mark }, bytes.byteLength)
    }
    let leaving = false
    let handing: Promise<unknown> = Promise.resolve()
    const handOn = async (all: Came[], facts: PageFacts) => {
      for (const each of all) {
        // A page that goes waits for nothing any more.
        const mark = leaving ? '' : await known.markOf(each.answer.href, each.answer.bytes)
        if (mark !== undefined) send(each, facts, mark)
      }
    }
    // Answers come before their page is drawn: what it says of itself is read when it is calm, or was turned from.
    let turnedFrom: (() => PageFacts) | undefined
    const came = calm<Came>((all) => {
      handing = Promise.all([handing, handOn(all, (turnedFrom ?? page)())])
    }, mostGathered)
    onTurn((former) => {
      turnedFrom = former
      came.release()
      turnedFrom = undefined
    })
    left = async () => {
      await port?.settled()
      came.release()
      await handing
      await box.drained()
    }
    const gather = (answer: HookAnswer, seenAt: number) =>
      came.put({ answer, seenAt }, answer.bytes.byteLength)
    for (const { answer, seenAt } of early.splice(0)) gather(answer, seenAt)
    take = (answer) => gather(answer, Date.now())
    // A table that is drawn is sent now: the answers it was drawn from go first.
    onSettled(came.release)
    const leave = () => {
      leaving = true
      came.release()
    }
    addEventListener('pagehide', leave, { signal })
    addEventListener('pageshow', () => void (leaving = false), { signal })
    signal.addEventListener('abort', () => {
      discardEarly()
      came.forget()
    })
  },
}
