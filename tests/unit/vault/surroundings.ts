import type { Area, Surroundings } from '@/utils/vault/areas'

export interface Place extends Area {
  values: Map<string, unknown>
}

/** A storage area that, as the browser's, gives copies out. */
export function place(values = new Map<string, unknown>()): Place {
  return {
    values,
    get: async (name) => structuredClone(values.get(name)),
    set: async (name, value) => void values.set(name, structuredClone(value)),
    remove: async (...names) => names.forEach((name) => values.delete(name)),
  }
}

export interface Around extends Surroundings {
  disk: Place
  memory: Place
  /** Moves the clock, ms; negative sets it back. */
  pass(ms: number): void
}

/** A browser with a clock to be set; `disk` is what an earlier one left. */
export function around(disk = place(), start = Date.UTC(2026, 10, 22, 2)): Around {
  let at = start
  let turn: Promise<unknown> = Promise.resolve()
  return {
    disk,
    memory: place(),
    now: () => at,
    pass: (ms) => void (at += ms),
    alone: <T>(work: () => Promise<T>) => {
      const done = turn.then(work, work)
      turn = done.catch(() => {})
      return done
    },
  }
}
