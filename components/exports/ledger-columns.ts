import { choiceWord, formatBytes } from '@/utils/i18n/format'
import { formatNumber } from '@/utils/i18n/money'
import { formatMoment } from '@/utils/i18n/times'
import type { TextKey } from '@/utils/i18n/keys'
import { language, t } from '@/utils/i18n/texts'
import { kinds } from '@/utils/kinds'
import type { FileCell } from '@/utils/files/table-file'
import type { LedgerLine, LedgerState } from '@/utils/exports/ledger'
import { pageWord } from './page-word'

export type OnDisk = ReadonlyMap<number, boolean> | undefined
export interface LedgerColumn {
  id: string
  label: TextKey
  widthPx: number
  figure?: true
  shown(line: LedgerLine, onDisk: OnDisk): string
  /** As it leaves in a file; absent: as shown. */
  cell?(line: LedgerLine): FileCell
}

export const stateTexts: Readonly<Record<LedgerState, TextKey>> = {
  running: 'exports.stateRunning',
  ready: 'exports.stateReady',
  failed: 'exports.stateFailed',
  lapsed: 'exports.stateLapsed',
  downloaded: 'exports.stateDownloaded',
  imported: 'exports.stateImported',
}
const moment = (value: unknown) => (typeof value === 'number' ? formatMoment(value) : '')
const at = (value: unknown): FileCell => (typeof value === 'number' ? { at: value } : undefined)
const figure = (value: unknown): FileCell =>
  typeof value === 'number' ? { number: String(value) } : undefined

function diskWord({ task }: LedgerLine, onDisk: OnDisk): string {
  if (task.downloadedAt === undefined) return ''
  const there = onDisk?.get(Number(task.downloadId))
  if (there === undefined) return t('exports.diskUnknown')
  return t(there ? 'exports.diskYes' : 'exports.diskNo')
}

/** What the ledger says of an export, in the order it is read. */
export const ledgerColumns: readonly LedgerColumn[] = [
  {
    id: 'name',
    label: 'exports.columnName',
    widthPx: 240,
    shown: ({ task }) => String(task.name ?? task.fileName ?? t('exports.unnamed')),
  },
  { id: 'page', label: 'exports.columnPage', widthPx: 120, shown: ({ task }) => pageWord(task) },
  {
    id: 'state',
    label: 'exports.columnState',
    widthPx: 100,
    shown: ({ state }) => t(stateTexts[state]),
  },
  {
    id: 'requested',
    label: 'exports.columnRequested',
    widthPx: 140,
    shown: ({ task }) => moment(task.requestedAt),
    cell: ({ task }) => at(task.requestedAt),
  },
  {
    id: 'requestedBy',
    label: 'exports.columnRequestedBy',
    widthPx: 130,
    shown: ({ task }) => String(task.requestedBy ?? ''),
  },
  {
    id: 'period',
    label: 'exports.columnPeriod',
    widthPx: 130,
    shown: ({ task }) => String(task.period ?? ''),
  },
  {
    id: 'lapses',
    label: 'exports.columnLapses',
    widthPx: 140,
    shown: ({ lapsesAt }) => moment(lapsesAt),
    cell: ({ lapsesAt }) => at(lapsesAt),
  },
  {
    id: 'certainty',
    label: 'exports.columnCertainty',
    widthPx: 80,
    shown: ({ lapsesAt, assumed }) =>
      lapsesAt === undefined ? '' : t(assumed ? 'exports.isAssumed' : 'exports.isSure'),
  },
  {
    id: 'downloaded',
    label: 'exports.columnDownloaded',
    widthPx: 140,
    shown: ({ task }) => moment(task.downloadedAt),
    cell: ({ task }) => at(task.downloadedAt),
  },
  {
    id: 'savedAs',
    label: 'exports.columnSavedAs',
    widthPx: 220,
    shown: ({ task }) => String(task.savedAs ?? ''),
  },
  { id: 'onDisk', label: 'exports.columnOnDisk', widthPx: 90, shown: diskWord },
  {
    id: 'imported',
    label: 'exports.columnImported',
    widthPx: 140,
    shown: ({ task }) => moment(task.importedAt),
    cell: ({ task }) => at(task.importedAt),
  },
  {
    id: 'rows',
    label: 'exports.columnRows',
    widthPx: 80,
    figure: true,
    shown: ({ task }) =>
      typeof task.rowCount === 'number' ? formatNumber(task.rowCount, language.value) : '',
    cell: ({ task }) => figure(task.rowCount),
  },
  {
    id: 'size',
    label: 'exports.columnSize',
    widthPx: 90,
    figure: true,
    shown: ({ task }) =>
      typeof task.fileSize === 'number' ? formatBytes(task.fileSize, language.value) : '',
    cell: ({ task }) => figure(task.fileSize),
  },
  {
    id: 'status',
    label: 'exports.columnStatus',
    widthPx: 90,
    shown: ({ task }) =>
      task.status === undefined
        ? ''
        : choiceWord(kinds.exportTask.fields.status, String(task.status), language.value),
  },
]
