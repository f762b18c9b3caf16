import { pause } from '@/utils/analytics/slices'

/** Drawings that wait: a view has a dozen charts, and the page must stay quick while they are drawn. */
const waiting = new Set<() => void>()
let running = false
let runs = 0
const turnMs = 12

/**
 * Draws when it is its turn.
 * @returns how to take it back
 */
export function drawLater(draw: () => void): () => void {
  waiting.add(draw)
  if (!running) {
    running = true
    runs++
    queueMicrotask(() => void run())
  }
  return () => waiting.delete(draw)
}
/** Changes with each run of drawings: what is read of the page's style in one holds until it ends. */
export const drawRun = (): number => runs
async function run(): Promise<void> {
  while (waiting.size > 0) {
    const started = performance.now()
    for (const draw of waiting) {
      waiting.delete(draw)
      try {
        draw()
      } catch (error) {
        // One chart that cannot be drawn keeps no other waiting.
        reportError(error)
      }
      if (performance.now() - started > turnMs) break
    }
    if (waiting.size > 0) await pause()
  }
  running = false
}
