/**
 * The private port between the page-world hook and the isolated script. Either may start first:
 * both announce themselves, and the first port that is handed over before the page's own scripts run is kept.
 */
export const offerEvent = 'partner-lens:offer'
export const readyEvent = 'partner-lens:ready'

/** Hook to isolated script. `bytes` is transferred. */
export interface HookAnswer {
  method: string
  href: string
  address: string
  bytes: ArrayBuffer
}
/** Hook to isolated script: a body was too large to be copied. */
export interface HookNotice {
  tooLarge: string
}
/** Hook to isolated script: a body is being copied that the page has already, and later: it came, or will not come. */
export type HookCopying = 1 | -1
/** Isolated script to hook: all that is ever told to it. */
export type HookOrder = { order: 'start' } | { order: 'stop' } | { order: 'leave'; address: string }
