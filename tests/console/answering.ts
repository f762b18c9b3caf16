/** The console's own services: which answers for which address, and the answers with rows and eyes. */
import type { ServerResponse } from 'node:http'
import { currentUser, userInfo } from './accounts.ts'
import type { Call } from './call.ts'
import { sheets } from './pages/index.ts'
import { fromParams, type Params, wrapped } from './pages/asking.ts'
import type { Sheet } from './pages/page.ts'
import { createExport, download } from './export-service.ts'
import { json, leavesRows, spoil, spoilFile } from './faults.ts'
import type { RequestKind } from './requests.ts'
import { identityOf, maskedKeys, maskedRow, pageOfRows, rowsFor } from './rows.ts'
import { relatedTo } from './related.ts'
import type { World } from './world.ts'
import { reworded } from './wording/wording.ts'

/** What a service gives: plain data in the default wording, and what is said of it once it has arrived. */
interface Given {
  body: object
  arrived?: () => void
}

interface Service {
  kind: RequestKind
  /** Gives nothing when it has ended the response itself. */
  answer(world: World, call: Call, response: ServerResponse): Given | Promise<void>
}

export const kindOf = (world: World, path: string): RequestKind =>
  serviceFor(world, path)?.kind ?? 'unknown'

export async function answerCall(
  world: World,
  call: Call,
  response: ServerResponse,
): Promise<void> {
  const service = serviceFor(world, call.path)
  if (service === undefined) return json(response, '{"retCode":"404","retMsg":"not found"}', 404)
  const fault = world.faults.next(call.path, service.kind)
  if (service.kind === 'reveal') world.reveals += 1
  await pause(fault?.kind === 'slow' ? (fault.delayMs ?? 3000) : world.latencyMs)
  if (service.kind === 'download' && fault && fault.kind !== 'slow') {
    const fileName = world.exports.find(call.params['taskId'] ?? '')?.fileName ?? 'file.csv'
    return spoilFile(response, fault, fileName)
  }
  const given = await service.answer(world, call, response)
  if (!given) return
  const body = JSON.stringify(reworded(world.wording, given.body))
  if (fault === undefined) json(response, body)
  else spoil(response, fault, body)
  if (fault === undefined || leavesRows(fault)) given.arrived?.()
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function serviceFor(world: World, path: string): Service | undefined {
  const own = services.get(path)
  if (own !== undefined) return own
  const sheet = sheets.find((one) => path === world.wording.endpoint(one.answer.path))
  if (sheet !== undefined) return rowsService(sheet.answer.path)
  const eyed = sheets.find((one) => path === `${world.wording.endpoint(one.answer.path)}/sensitive`)
  return eyed === undefined ? undefined : revealService(eyed)
}

/** The tabs of 优惠券 share an address; which of them is meant stands in the question. */
function sheetAt(path: string, params: Params): Sheet {
  const candidates = sheets.filter((sheet) => sheet.answer.path === path)
  const [only] = candidates
  const meant = candidates.length > 1 ? candidates.find((one) => one.id === params['tab']) : only
  if (meant === undefined) throw new RangeError(`no list at ${path}`)
  return meant
}

const rowsService = (path: string): Service => ({
  kind: 'data',
  answer: (world, { params, viewer }) => {
    const sheet = sheetAt(path, params)
    const query = fromParams(sheet, params)
    const rows = rowsFor(world, viewer, sheet, query)
    const shown = pageOfRows(rows, query)
    const identities = shown.map((row) => identityOf(sheet, row, query))
    const masked = shown.map((row) => maskedRow(sheet, row))
    return {
      body: wrapped(sheet, masked, rows.size, query),
      arrived: () => world.served.note(viewer.account.id, sheet.id, identities),
    }
  },
})

const revealService = (sheet: Sheet): Service => ({
  kind: 'reveal',
  answer: (world, { params, viewer }) => {
    const { field = '', ...rest } = params
    const query = fromParams(sheet, rest)
    const rows = pageOfRows(rowsFor(world, viewer, sheet, query), query)
    const keys = maskedKeys(sheet).filter(({ eye, forEver }) => eye === field && !forEver)
    const list = rows
      .map((row) => maskedRow(sheet, row, field))
      .map((row) => ({
        [sheet.identity]: row[sheet.identity],
        ...Object.fromEntries(keys.map(({ key }) => [key, row[key]])),
      }))
    return { body: { retCode: '0', retMsg: '', data: { list } } }
  },
})

const services = new Map<string, Service>([
  [
    '/obmgr/rest/bpuser/v1/current',
    { kind: 'user', answer: (_, { viewer }) => ({ body: currentUser(viewer.account) }) },
  ],
  [
    '/usercenter/rest/user/v1/me',
    { kind: 'user', answer: (_, { viewer }) => ({ body: userInfo(viewer.account) }) },
  ],
  [
    '/obmgr/rest/bpres/v1/resource/related',
    { kind: 'data', answer: (world, call) => ({ body: relatedTo(world, call) }) },
  ],
  [
    '/obmgr/rest/bpexport/v1/task/create',
    { kind: 'export', answer: (world, call) => ({ body: createExport(world, call) }) },
  ],
  [
    '/usercenter/rest/export/v1/task/create',
    { kind: 'export', answer: (world, call) => ({ body: createExport(world, call) }) },
  ],
  ['/obmgr/rest/bpexport/v1/task/download', { kind: 'download', answer: download }],
  ['/usercenter/rest/export/v1/task/download', { kind: 'download', answer: download }],
])

/** The parameters of a question, wherever they stand. */
export function paramsOf(body: string, url: URL): Params {
  const sent: unknown = body === '' ? {} : JSON.parse(body)
  const strings = Object.entries(sent ?? {}).map(([key, value]) => [key, String(value)])
  return { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(strings) }
}
