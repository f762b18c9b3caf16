import type { Segment } from '@/utils/cache/segment'
import { openLean, type LeanDatabase } from '@/utils/cache/lean'
import { newestFirst } from '@/utils/cache/newest-first'
import type { KindName } from '@/utils/kinds'
import type { Asked, Which } from './protocol'
import { readSegments } from './read-segments'

/** On which Dexie's live queries tell each other what was written, and the worker tells them. */
export const mutations = () => new BroadcastChannel('x-storagemutated-1')

export type Take = (some: readonly Segment[], of: number) => void
/** Segments that are being read before anybody asked for them. */
export interface ReadAhead {
  which: Which
  /** Gives what has come, and then what comes. */
  follow(take: Take): Promise<void>
}
/** What a worker of the tables does before its code is there: it listens, and reads. */
export interface Early {
  database: Promise<LeanDatabase>
  ahead?: Promise<ReadAhead | undefined>
  asked: Asked[]
  channel: BroadcastChannel
  /** Something was written meanwhile: what was read ahead may be old. */
  changed: boolean
  /** Who takes over listens from now on. */
  end(): void
}

/** @param kind of the rows that are going to be asked for */
export function beginServing(kind?: KindName): Early {
  const database = openLean()
  // Told by the next question.
  database.catch(() => {})
  const channel = mutations()
  const early: Early = {
    database,
    asked: [],
    channel,
    changed: false,
    end() {
      removeEventListener('message', ask)
      channel.removeEventListener('message', hear)
    },
  }
  if (kind) early.ahead = readAhead(database, kind).catch(() => undefined)
  const ask = ({ data }: MessageEvent<Asked>) => void early.asked.push(data)
  const hear = () => (early.changed = true)
  addEventListener('message', ask)
  channel.addEventListener('message', hear)
  return early
}

/** Of the account a page begins with, where one is known. */
export async function readAhead(
  opening: Promise<LeanDatabase>,
  kind: KindName,
): Promise<ReadAhead | undefined> {
  const database = await opening
  const account = newestFirst(await database.accounts.toArray())[0]?.key
  if (account === undefined) return undefined
  const which: Which = { account, kind }
  const come: Parameters<Take>[] = []
  let take: Take = (...piece) => void come.push(piece)
  const all = readSegments(await database.open(), which, (...piece) => take(...piece))
  all.catch(() => {})
  return {
    which,
    follow(next) {
      for (const piece of come.splice(0)) next(...piece)
      take = next
      return all
    },
  }
}
