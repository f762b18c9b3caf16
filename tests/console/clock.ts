/** The console's clock: runs with the machine's, until a test sets it or moves it on. */
export interface Clock {
  now(): number
  set(now: number): void
  advance(ms: number): void
}

export function createClock(start = Date.now(), machine: () => number = Date.now): Clock {
  let offset = start - machine()
  return {
    now: () => machine() + offset,
    set: (now) => {
      offset = now - machine()
    },
    advance: (ms) => {
      offset += ms
    },
  }
}
