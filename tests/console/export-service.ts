/** Starting an export and fetching its file. Section 5 of DOMAIN.md. */
import type { ServerResponse } from 'node:http'
import type { Call } from './call.ts'
import { type ExportTask, isLinkAlive } from './exports.ts'
import { json } from './faults.ts'
import { csvFile, xlsxFile } from './files.ts'
import { fromParams, type Query } from './pages/asking.ts'
import { exportedSheet } from './pages/index.ts'
import { readingOf } from './reading.ts'
import { rowsFor, type Viewer } from './rows.ts'
import type { World } from './world.ts'

export function createExport(world: World, { params, viewer }: Call): object {
  const { exportType = '', ...rest } = params
  const sheet = exportedSheet(exportType)
  if (sheet === undefined) throw new RangeError(`no export ${exportType}`)
  const task = newTask(world, viewer, exportType, { ...fromParams(sheet, rest), page: 1 })
  return { retCode: '0', retMsg: '', data: { taskId: task.id } }
}

/** @param requestedAt the console's now when absent */
export function newTask(
  world: World,
  viewer: Viewer,
  type: string,
  query: Query,
  requestedAt?: number,
): ExportTask {
  const sheet = exportedSheet(type)
  if (sheet?.exports === undefined) throw new RangeError(`no export ${type}`)
  const { account, locale, currency } = viewer
  const asked = {
    type,
    as: sheet.exports.as,
    account: account.id,
    applicant: account.userName,
    rows: rowsFor(world, viewer, sheet, query).size,
    query,
    locale,
    currency,
  }
  return world.exports.create(asked, requestedAt)
}

/** Ends the response itself: a file, or the reason why there is none. */
export async function download(
  world: World,
  { params, viewer: { account } }: Call,
  response: ServerResponse,
): Promise<void> {
  const task = world.exports.find(params['taskId'] ?? '')
  if (task?.account !== account.id || world.exports.stateOf(task) !== 2) {
    json(response, '{"retCode":"CBC.0404","retMsg":"The file does not exist or has expired."}', 404)
  } else if (isLinkAlive(task, Number(params['expires']), world.clock.now())) {
    task.downloads += 1
    await sendFile(world, { account, locale: task.locale, currency: task.currency }, task, response)
  } else {
    response.writeHead(403, { 'content-type': 'application/xml' })
    response.end('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>')
  }
}

async function sendFile(
  world: World,
  viewer: Viewer,
  task: ExportTask,
  response: ServerResponse,
): Promise<void> {
  const sheet = exportedSheet(task.type)
  if (sheet === undefined) throw new RangeError(`no export ${task.type}`)
  const reading = readingOf(world, viewer)
  const rows = rowsFor(world, viewer, sheet, task.query)
  const disposition = `attachment; filename="${task.fileName}"`
  if (task.fileName.endsWith('.csv')) {
    const type = 'text/csv;charset=UTF-8'
    response.writeHead(200, { 'content-type': type, 'content-disposition': disposition })
    csvFile(sheet, rows, reading).pipe(response)
    return
  }
  const file = await xlsxFile(sheet, rows, reading)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': disposition,
    'content-length': file.length,
  })
  response.end(file)
}
