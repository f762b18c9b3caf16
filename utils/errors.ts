/**
 * The few errors the product tells apart. They travel untouched to an edge (message, alarm, import, store action);
 * an error that crossed a message keeps its name and fields, so compare `name`. No personal value, key or body in them.
 */
interface Facts {
  cause?: unknown
  /** Where it happened: an id of ours, never a value of the user's. */
  place?: string
}

class LensError extends Error {
  readonly place?: string
  constructor(message: string, facts: Facts = {}) {
    super(message, { cause: facts.cause })
    this.place = facts.place
  }
}

/** The outside changed: an answer, a file or a message is not of the shape we know. */
export class ShapeError extends LensError {
  override name = 'ShapeError'
}
/** Signed out, no right, wrong key, or not accepted yet. */
export class AccessError extends LensError {
  override name = 'AccessError'
}
/** The network, a tab or the worker did not answer. */
export class UnreachableError extends LensError {
  override name = 'UnreachableError'
}
/** Storage is full; what was stored stays. */
export class FullError extends LensError {
  override name = 'FullError'
}
/** The database was written by a newer version: nothing is opened. */
export class NewerDataError extends LensError {
  override name = 'NewerDataError'
}
/** An older version in another window does not let go of the database that is to be upgraded; nothing is changed. */
export class BlockedError extends LensError {
  override name = 'BlockedError'
}
/** The database did not open in time. */
export class SlowStartError extends LensError {
  override name = 'SlowStartError'
}
