import { databaseSegments, onSegments } from './database-segments'
import { beginServing } from './early'
import { Engine } from './engine'
import type { Asked, Told } from './protocol'

/**
 * A dedicated worker of a page: the tables live here, and all that takes long happens here.
 * @param early what was begun before this code was there
 */
export function serveTables(early = beginServing()): void {
  // oxlint-disable-next-line require-post-message-target-origin -- a worker has no target
  const tell = (told: Told) => postMessage(told)
  let now = Date.now()
  early.end()
  // From here on changes are followed; what was read before the last one is read anew.
  if (early.changed) delete early.ahead
  const engine = new Engine(
    databaseSegments(early),
    () => now,
    (changed) => tell({ changed }),
  )
  // A reading that failed is told by the next question.
  onSegments(
    (changed) => void engine.changed(changed ?? engine.open()).catch(() => {}),
    () => void engine.noted().catch(() => {}),
    early.channel,
  )
  let prepared: Promise<void> | undefined

  async function answer({ id, name, question, now: asked }: Asked): Promise<void> {
    now = asked
    try {
      // What is read already is not read twice.
      await prepared
      tell({ id, value: await engine[name](question as never) })
    } catch (error) {
      tell({ id, error: error instanceof Error ? error.name : '' })
    }
  }
  prepared = early.ahead?.then((read) => {
    if (read) engine.prepare(read.which).catch(() => {})
  })
  for (const asked of early.asked) void answer(asked)
  addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data))
}
