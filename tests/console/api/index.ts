/** The open API (bss.myhuaweicloud.com and its two sisters), answered from the same data as the console's pages. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Account } from '../accounts.ts'
import type { Wire } from '../answers/row.ts'
import { bodyOf } from '../body.ts'
import { json } from '../faults.ts'
import type { World } from '../world.ts'
import { type Operation, operationAt } from './contract.ts'
import { type ApiFault, createApiFaults } from './faults.ts'
import { misfits } from './fits.ts'
import { askedOf } from './question.ts'
import { createRate } from './rate.ts'
import { pageOf, rowsOf } from './rows.ts'
import { callerOf } from './signature.ts'
import { failing, spoilt, throttled } from './spoil.ts'

export interface ApiCall {
  operation: string
  account: string
  status: number
  offset: number
  /** Epoch ms by the world's clock. */
  at: number
}

export interface OpenApi {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  setFaults(faults: ApiFault[]): void
  /** How far the `Date` of its answers, and its idea of the time, is off. */
  setAhead(ms: number): void
  calls(): ApiCall[]
  /** Requests without a readable signature or token; the check of the date is none of them. */
  refused(): number
  /** Answers that did not fit the contract: always to be empty. */
  misfits(): string[]
  worstRate(operation?: string): number
  reset(): void
}

const sites: Record<string, string> = {
  'bss.myhuaweicloud.com': 'cn',
  'bss-intl.myhuaweicloud.com': 'intl',
  'bss.myhuaweicloud.eu': 'eu',
}

/** Whether a host is the open API's. */
export const isApiHost = (header: string | undefined): boolean => siteOf(header) !== undefined
const siteOf = (header = ''): string | undefined => sites[header.replace(/:\d+$/, '').toLowerCase()]

export function createOpenApi(world: World): OpenApi {
  const [faults, rate] = [createApiFaults(), createRate()]
  let [calls, wrong]: [ApiCall[], string[]] = [[], []]
  let [aheadMs, refused] = [0, 0]
  const now = (): number => world.clock.now() + aheadMs

  const answer: OpenApi['answer'] = async (request, response) => {
    const arrivedAt = world.clock.now()
    response.setHeader('date', new Date(now()).toUTCString())
    const [method, target] = [request.method ?? 'GET', request.url ?? '/']
    if (method === 'HEAD') {
      response.writeHead(404).end()
      return
    }
    const site = siteOf(request.headers.host) ?? 'cn'
    const url = new URL(target, 'https://bss.invalid')
    const body = await bodyOf(request)
    const operation = operationAt(method, url.pathname)
    if (operation === undefined) return no(response, 404, 'APIGW.0101')
    const account = callerOf({ method, target, headers: request.headers, body }, now())
    if (account === undefined || (account.site === 'cn') !== (site === 'cn')) {
      refused += 1
      return no(response, 401, 'APIGW.0301')
    }
    const { operationId: name } = operation
    const offset = offsetOf(url, body)
    const say = (status: number): void => {
      calls.push({ operation: name, account: account.id, status, offset, at: arrivedAt })
    }
    if (!rate.take(account.id, name, operation.rateLimit.perSecond, arrivedAt)) {
      say(429)
      return throttled(response)
    }
    const fault = faults.next(name, offset)
    if (fault?.kind === 'slow') await pause(fault.delayMs ?? 1000)
    if (fault !== undefined && failing(response, fault)) return say(response.statusCode)
    const asked = askedOf(operation, url, body, site)
    const refusal = refusalOf(operation, account, site)
    if (refusal !== undefined || asked === undefined) {
      const [status, code] = refusal ?? [400, 'CBC.0100']
      say(status)
      return no(response, status, code)
    }
    const book = world.bookOf(account)
    const page = pageOf(operation, rowsOf(operation, { book, account, asked }), asked)
    wrong.push(...misfits(operation.response, page, site, name))
    say(200)
    const text = JSON.stringify(fault === undefined ? page : spoilt(operation, page, fault))
    if (fault?.kind !== 'cut') return json(response, text)
    json(response, text.slice(0, text.length / 2))
  }

  return {
    answer,
    setFaults: faults.set,
    setAhead: (ms) => {
      aheadMs = ms
    },
    calls: () => [...calls],
    refused: () => refused,
    misfits: () => [...wrong],
    worstRate: rate.worst,
    reset: () => {
      ;[calls, wrong, aheadMs, refused] = [[], [], 0, 0]
      faults.set([])
      rate.clear()
    },
  }
}

/** Partner operations say so with HTTP 200 when a customer calls; the other way round it is a 403. */
function refusalOf(
  { caller, sites: where }: Operation,
  account: Account,
  site: string,
): [number, string] | undefined {
  if (!where.includes(site === 'eu' ? 'intl' : site)) return [404, 'APIGW.0101']
  if (!caller[account.kind])
    return account.kind === 'customer' ? [200, 'CBC.5001'] : [403, 'CBC.0155']
  const ordinary = account.partnerType !== 'DISTRIBUTOR'
  return caller.distributorOnly && ordinary ? [403, 'CBC.0151'] : undefined
}

function offsetOf(url: URL, body: string): number {
  const said = /"offset":(\d+)/.exec(body)?.[1] ?? url.searchParams.get('offset')
  return Number(said ?? 0)
}

const no = (response: ServerResponse, status: number, code: string): void =>
  json(response, JSON.stringify({ error_code: code, error_msg: 'refused' } satisfies Wire), status)

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
