/** `Control` over `/__test/…`: plain JSON, only for who calls this machine by its own name. */
import type { ServerResponse } from 'node:http'
import type { Control, MadeExport } from './control.ts'
import { type Fault, json } from './faults.ts'
import type { TruthOptions } from './truth.ts'

/** Bodies come from our own tests, whose types the compiler has checked against `Control`. */
type Body = Partial<{
  now: number
  advance: number
  account: string
  variant: string
  faults: Fault[]
  id: string
  end: 'completed' | 'failed'
}> &
  Partial<MadeExport>

type Handler = (control: Control, body: Body, search: URLSearchParams) => unknown

const handlers: Record<string, Handler> = {
  'GET clock': (control) => ({ now: control.now() }),
  'POST clock': (control, { now, advance }) => {
    if (now !== undefined) control.setClock(now)
    if (advance !== undefined) control.advanceClock(advance)
    return { now: control.now() }
  },
  'GET truth': (control, _, search) => control.truth(truthOptions(search)),
  'GET served': (control, _, search) => control.served(search.get('account') ?? undefined),
  'GET requests': (control) => control.requests(),
  'GET reveals': (control) => ({ count: control.reveals() }),
  'GET exports': (control) => control.tasks(),
  'POST exports': (control, { id, end, type, ...made }) =>
    id === undefined
      ? control.makeExport({ type: type ?? '', ...made })
      : control.endExport(id, end ?? 'completed'),
  'POST account': (control, { account = '' }) => control.setAccount(account),
  'POST wording': (control, { variant = '' }) => control.setWording(variant),
  'POST faults': (control, { faults = [] }) => control.setFaults(faults),
  'POST reset': (control) => control.reset(),
}

function truthOptions(search: URLSearchParams): TruthOptions {
  const [account, sheet, limit] = ['account', 'sheet', 'limit'].map((name) => search.get(name))
  return {
    ...(account ? { account } : {}),
    ...(sheet ? { sheet } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
  }
}

export function answerControl(
  control: Control,
  { method, url, body }: { method: string; url: URL; body: string },
  response: ServerResponse,
): void {
  const handler = handlers[`${method} ${url.pathname.replace('/__test/', '')}`]
  if (handler === undefined) return json(response, '{"error":"not found"}', 404)
  try {
    const asked: Body = body === '' ? {} : JSON.parse(body)
    json(response, JSON.stringify(handler(control, asked, url.searchParams) ?? { done: true }))
  } catch (error) {
    json(response, JSON.stringify({ error: String(error) }), 400)
  }
}
