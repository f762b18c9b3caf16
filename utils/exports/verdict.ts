/** What the browser says of a download; the part of `chrome.downloads.DownloadItem` that is looked at. */
export interface Landed {
  state: string
  error?: string
  mime: string
  finalUrl: string
  /** Bytes; -1 where unknown. */
  fileSize: number
  totalBytes: number
  bytesReceived: number
}
/** Why a file does not count as downloaded. */
export type DownloadProblem =
  | 'expired'
  | 'signed-out'
  | 'network'
  | 'server'
  | 'cut'
  | 'empty'
  | 'no-file'
  | 'size'
  | 'off-list'
  | 'disk'
  | 'cancelled'
  | 'blocked'

/** Pages and answers, mostly of somebody who is signed out; a workbook's type ends in `sheet`. */
export const isNoFile = (mime: string): boolean => /html|json|xml$/.test(mime)

/** Listings round the size of a file, in thousands or in 1024s. */
const tolerance = 0.08

/**
 * Whether a file has arrived as it should.
 * @param expected bytes as the listing says them, and as the answer announced them
 * @param mayServe whether an address is one of the console's
 * @returns `done`, a problem or the browser's code of one (see `problemOfEnd`); undefined while it still runs
 */
export function verdictOf(
  landed: Landed,
  expected: { listed?: number; announced?: number },
  mayServe: (url: string) => boolean,
): string | undefined {
  const { state, mime, finalUrl, bytesReceived: bytes } = landed
  if (finalUrl !== '' && !/^(?:blob|data):/.test(finalUrl) && !mayServe(finalUrl)) return 'off-list'
  if (state === 'interrupted') return landed.error ?? 'CRASH'
  if (state !== 'complete') return undefined
  if (isNoFile(mime)) return 'no-file'
  if (bytes === 0) return 'empty'
  const all = Math.max(landed.totalBytes, expected.announced ?? 0)
  if (bytes < all) return 'cut'
  const { listed = bytes } = expected
  return Math.abs(bytes - listed) > Math.max(1024, listed * tolerance) ? 'size' : 'done'
}

/**
 * What a stored ending means; the worker stores the browser's codes as they are:
 * https://developer.chrome.com/docs/extensions/reference/api/downloads#type-InterruptReason
 */
export function problemOfEnd(error: string): DownloadProblem {
  if (!/^[A-Z]/.test(error)) return error as DownloadProblem
  if (/FORBIDDEN|BAD_CONTENT/.test(error)) return 'expired'
  if (/UNAUTHORIZED|CERT/.test(error)) return 'signed-out'
  if (/LENGTH_MISMATCH/.test(error)) return 'cut'
  if (error.startsWith('SERVER')) return 'server'
  if (/VIRUS|BLOCKED|SECURITY/.test(error)) return 'blocked'
  if (error.startsWith('FILE')) return 'disk'
  return error === 'USER_CANCELED' ? 'cancelled' : 'network'
}

/** What another try may mend by itself. The browser has tried a cut file five more times before it says so. */
export const mayPass = (problem: DownloadProblem): boolean =>
  problem === 'network' || problem === 'server' || problem === 'empty'
