import type { KindRecord, TableContext } from '@/utils/records'
import { exportPageOf, surroundingsOf } from './context'

/**
 * An export as it is known from the console's word that it was begun: running, of the page it was asked on. Its row in
 * the console's list takes its place later.
 * @param at epoch ms
 * @returns undefined where the page is not known: nothing could ever take its place
 */
export function askedExport(context: TableContext, at: number): KindRecord | undefined {
  const page = exportPageOf(surroundingsOf(context, []).text)
  return page === 'unknown' ? undefined : { page, requestedAt: at, status: 'running' }
}
