import type { Site } from '@/utils/kinds/define'
import type { Keys } from './types'

/** What stands in the form, as typed or pasted. */
export interface Entered {
  site: Site
  caller: 'partner' | 'customer'
  kind: 'key' | 'token'
  ak: string
  sk: string
  token: string
}
/** Texts are `keys.problem.<code>`. */
export type EntryProblem = 'ak' | 'sk' | 'token' | 'swapped'

/**
 * Keys as they are kept: without the blanks and line ends that pasting brings along.
 * @returns the first thing that cannot be right instead; never with what was typed in it
 */
export function keysFrom(entered: Entered): Keys | EntryProblem {
  const { site, caller } = entered
  if (entered.kind === 'token') {
    const token = entered.token.trim()
    // It becomes a header: visible ASCII only.
    return /^[!-~]{16,}$/.test(token) ? { site, caller, ak: '', sk: '', token } : 'token'
  }
  const [ak, sk] = [entered.ak.trim(), entered.sk.trim()]
  if (/^[A-Z0-9]{20}$/.test(sk) && ak.length > 30) return 'swapped'
  if (!/^[A-Za-z0-9]{10,64}$/.test(ak)) return 'ak'
  if (!/^[!-~]{16,128}$/.test(sk)) return 'sk'
  return { site, caller, ak, sk }
}

/** Shorter ones are guessed at the rate a graphics card goes, 600,000 rounds or not. */
export const SHORTEST_PASSPHRASE = 12
export const isLongEnough = (passphrase: string): boolean =>
  [...passphrase.normalize('NFKC')].length >= SHORTEST_PASSPHRASE
