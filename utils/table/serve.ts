import { databaseSegments, onSegments } from './database-segments'
import { Engine } from './engine'
import type { Ahead, Asked, Told } from './protocol'

/** A dedicated worker of a page: the tables live here, and all that takes long happens here. */
export function serveTables(): void {
  // oxlint-disable-next-line require-post-message-target-origin -- a worker has no target
  const tell = (told: Told) => postMessage(told)
  let now = Date.now()
  const segments = databaseSegments()
  segments.open()
  const engine = new Engine(
    segments,
    () => now,
    (changed) => tell({ changed }),
  )
  // A reading that failed is told by the next question.
  onSegments(
    (changed) => void engine.changed(changed ?? engine.open()).catch(() => {}),
    () => void engine.noted().catch(() => {}),
  )

  async function answer({ id, name, question, now: asked }: Asked): Promise<void> {
    now = asked
    try {
      tell({ id, value: await engine[name](question as never) })
    } catch (error) {
      tell({ id, error: error instanceof Error ? error.name : '' })
    }
  }
  async function prepare({ ahead: kind }: Ahead): Promise<void> {
    const account = await segments.seenLast()
    if (account !== undefined) await engine.prepare({ account, kind })
  }
  addEventListener('message', ({ data }: MessageEvent<Asked | Ahead>) => {
    if ('ahead' in data) prepare(data).catch(() => {})
    else void answer(data)
  })
}
