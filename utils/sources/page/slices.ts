/** After how many ms of the page's main thread reading rests; a step more may follow, 5 ms in all is too much. */
const sliceMs = 2

/** Works through steps a few milliseconds at a time, in between the page's own work; at once where nobody looks. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = document.hidden ? Number.POSITIVE_INFINITY : performance.now() + sliceMs
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < until)
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 50 }))
  }
}
