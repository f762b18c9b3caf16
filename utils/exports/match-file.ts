import type { KindName } from '@/utils/kinds'
import { exportPages } from '@/utils/kinds/export-task'
import type { StoredRecord } from '@/utils/records'

/** A file as it lies on the disk, with what was found in it. */
export interface FoundFile {
  name: string
  /** When it was written, epoch ms. */
  lastModified: number
  kinds: readonly KindName[]
}
export interface MatchedExport {
  task: StoredRecord
  /** By its name; else only by page and time. */
  sure: boolean
}

/** What the exports of a page hold; pages that are not listed may hold anything. */
const kindsOf: Readonly<Record<string, readonly KindName[]>> = {
  'renewal-tasks': ['renewalTask'],
  'sales-tasks': ['salesTask'],
  'consumption-board': ['consumption'],
  'consumption-summary': ['consumption'],
  'consumption-details': ['charge', 'consumption'],
  customers: ['customer'],
  'order-details': ['resource', 'charge'],
  resources: ['resource', 'resourcePackage'],
  coupons: ['coupon', 'couponQuota', 'couponOperation'],
  incentives: ['incentive'],
  'incentive-bills': ['incentiveBill'],
  'partner-bill': ['charge', 'consumption'],
}
const dayMs = 86_400_000
/** Files are kept three days; a clock may be a little off. */
const keptMs = 3 * dayMs + 3_600_000
const earlyMs = 300_000

/**
 * The export a file is of: the one of its name, else the only one of a page with its kind that could be fetched when
 * the file was written.
 * @param tasks export tasks of one account
 */
export function exportOf(
  { name, lastModified, kinds }: FoundFile,
  tasks: readonly StoredRecord[],
): MatchedExport | undefined {
  const plain = plainFileName(name)
  const named = tasks.filter((task) =>
    [task.fileName, task.savedAs, task.name].some(
      (each) => typeof each === 'string' && plainFileName(each) === plain,
    ),
  )
  const newest = (list: readonly StoredRecord[]) =>
    [...list].sort((a, b) => Number(b.requestedAt ?? 0) - Number(a.requestedAt ?? 0))[0]
  const byName = newest(named.filter((task) => mayHold(task, kinds)))
  if (byName) return { task: byName, sure: true }
  const fitting = tasks.filter(
    (task) =>
      task.status === 'completed' &&
      typeof task.page === 'string' &&
      task.page in kindsOf &&
      mayHold(task, kinds) &&
      wasThere(task, lastModified),
  )
  const [only, ...others] = fitting
  return only && others.length === 0 ? { task: only, sure: false } : undefined
}

function mayHold({ page }: StoredRecord, kinds: readonly KindName[]): boolean {
  const held = typeof page === 'string' && page in exportPages ? kindsOf[page] : undefined
  return held === undefined || kinds.some((kind) => held.includes(kind))
}

function wasThere({ requestedAt, finishedAt }: StoredRecord, at: number): boolean {
  const from = typeof finishedAt === 'number' ? finishedAt : requestedAt
  return typeof from === 'number' && at >= from - earlyMs && at <= from + keptMs
}

/** Without folder, ending, case and what browsers add to a name that was there before: `bill (1).csv`. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last
    .normalize('NFKC')
    .replace(/\.(?:csv|tsv|xlsx?|zip)$/i, '')
    .replace(/\s*\(\d{1,3}\)$/, '')
    .trim()
    .toLowerCase()
}
