/** Work that can be laid aside after each `yield`, and taken up again. */
export type Work<T> = Generator<void, T>

/** How many rows are read between two places at which work can be laid aside. */
export const stretch = 8192

export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/**
 * Does work in slices, so that the page stays quick in between. What ends within the first slice is done without a pause.
 * @param sliceMs how long the page is held at a stretch
 * @returns undefined where `signal` aborted it
 */
export async function inSlices<T>(
  work: Work<T>,
  { signal, sliceMs = 16 }: { signal?: AbortSignal; sliceMs?: number } = {},
): Promise<T | undefined> {
  let until = performance.now() + sliceMs
  while (!signal?.aborted) {
    const { done, value } = work.next()
    if (done === true) return value
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + sliceMs
  }
  return undefined
}

/** Lets the page do what waits: pressed keys, drawing. */
export const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done))
}
