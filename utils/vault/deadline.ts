/** An open vault, as it stands in memory; `seenAt` stands beside it. */
export interface Opened {
  /** Base64. */
  dataKey: string
  /** Epoch ms. */
  openedAt: number
  /** When the user last did something in one of our pages, epoch ms. */
  usedAt: number
  /** The latest moment seen: time that runs backwards locks. */
  seenAt: number
}

export const usualLockMinutes = 15
const MINUTE = 60_000
/** After this it locks, used or not. */
const LONGEST_MS = 8 * 60 * MINUTE
/** Clocks are set right by a little all the time. */
const JITTER_MS = 2_000

/** 1 to 60; what is neither is the usual 15. */
export function lockMinutesIn(value: unknown): number {
  const known = typeof value === 'number' && Number.isFinite(value) && value >= 1 && value <= 60
  return known ? Math.round(value) : usualLockMinutes
}

/**
 * Ms until an open vault locks; 0 when it has to be locked now. Asked before each use, so that neither sleep nor an
 * ended page lets a deadline pass.
 */
export function msOpen(
  { openedAt, usedAt, seenAt }: Opened,
  lockMinutes: number,
  now: number,
): number {
  if (now < seenAt - JITTER_MS) return 0
  const idle = usedAt + lockMinutes * MINUTE
  return Math.max(0, Math.min(idle, openedAt + LONGEST_MS) - now)
}
