/** When something that was revealed is to be hidden again, by two clocks: the wall clock also counts sleep, the other cannot be set back. */
export interface End {
  /** Epoch ms. */
  startedAt: number
  /** Epoch ms; absent where it lasts until the page is left. */
  until?: number
  /** Of the clock that only runs forward, in ms. */
  steadyUntil?: number
}

/** A wall clock that runs back by more than this was set, in ms. */
const driftMs = 2000

export function endAfter(seconds: number, now: number, steady: number): End {
  if (seconds <= 0) return { startedAt: now }
  return { startedAt: now, until: now + seconds * 1000, steadyUntil: steady + seconds * 1000 }
}

/** Over when either clock says so, and when the wall clock was set back behind the start. */
export function isOver(end: End, now: number, steady: number): boolean {
  if (now < end.startedAt - driftMs) return true
  return (
    (end.until !== undefined && now >= end.until) ||
    (end.steadyUntil !== undefined && steady >= end.steadyUntil)
  )
}
