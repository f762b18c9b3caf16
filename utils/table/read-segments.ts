import { rangeOf, type Segment, type SegmentKey } from '@/utils/cache/segment'
import { isDelta } from '@/utils/cache/delta'
import type { Which } from './protocol'

/** One answer with everything comes late and is slow to cross over; a hundred thousand small ones would be slower still. */
const answers = 32

/**
 * Reads all segments of an account and kind as of one moment, in pieces: who takes them works on one while the database
 * reads the next.
 * @param take some of them, of so many pieces: deltas after all others, older ones first
 */
export async function readSegments(
  connection: IDBDatabase,
  { account, kind }: Which,
  take: (some: readonly Segment[], of: number) => void,
): Promise<void> {
  const store = connection.transaction('segments').objectStore('segments')
  const all = IDBKeyRange.bound(...rangeOf(account, kind))
  const keys = (await asked(store.getAllKeys(all))) as SegmentKey[]
  const pieces = inPieces(keys, Math.ceil(keys.length / answers))
  const inOrder = pieces.sort(([a], [b]) => Number(isOfDelta(a)) - Number(isOfDelta(b)))
  // Answers come in the order of the questions.
  const reading = inOrder.map(async (piece) => {
    const range = IDBKeyRange.bound(piece[0], piece.at(-1))
    take(await asked(store.getAll(range) as IDBRequest<Segment[]>), pieces.length)
  })
  await Promise.all(reading)
}

const isOfDelta = (key: SegmentKey | undefined) => isDelta({ scope: key?.[2] ?? '' })

/** Neighbours in pieces of one length; deltas, which stand among the others, in pieces of their own. */
function inPieces(keys: readonly SegmentKey[], length: number): SegmentKey[][] {
  const pieces: SegmentKey[][] = []
  for (const key of keys) {
    const last = pieces.at(-1)
    if (last && last.length < length && isOfDelta(last[0]) === isOfDelta(key)) last.push(key)
    else pieces.push([key])
  }
  return pieces
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}
