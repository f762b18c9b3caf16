import type { Site } from '@/utils/kinds/define'

/** The user's own keys. An X-Auth-Token may stand instead of access key and secret; these are empty then. */
export interface Keys {
  site: Site
  /** Access key id and secret. */
  ak: string
  sk: string
  token?: string
  /** Whose keys they are: what may be called differs. */
  caller?: 'partner' | 'customer'
}
/** `locked` while the vault is, `none` where there are none. */
export type Credentials = Keys | 'locked' | 'none'

/** What may be shown of keys once they are kept. */
export interface KeysHead {
  site: Site
  caller: 'partner' | 'customer'
  kind: 'key' | 'token'
  /** Last four characters of the access key id; empty for a token. */
  tail: string
}

export type KeysState =
  | { mode: 'none' }
  /** In memory until the browser closes. */
  | ({ mode: 'memory' } & KeysHead)
  | ({
      mode: 'vault'
      locked: boolean
      /** Ms until the next try of a passphrase is taken; 0 when at once. */
      waitMs: number
      /** Minutes without use after which it locks. */
      lockMinutes: number
    } & KeysHead)
  /** Neither copy of the vault can be read, or both were made weaker than we accept. */
  | { mode: 'broken'; why: 'damaged' | 'downgraded' }

export type VaultReason =
  'wrong' | 'damaged' | 'downgraded' | 'wait' | 'locked' | 'none' | 'exists' | 'memory'

/** Why the vault did not do what was asked. Holds no key, no passphrase and nothing derived from them. */
export class VaultError extends Error {
  override name = 'VaultError'
  constructor(
    readonly reason: VaultReason,
    /** For `wait`: ms until the next try. */
    readonly waitMs = 0,
  ) {
    super(`vault: ${reason}`)
  }
}

export function headOf({ site, caller = 'partner', token, ak }: Keys): KeysHead {
  return token === undefined
    ? { site, caller, kind: 'key', tail: ak.slice(-4) }
    : { site, caller, kind: 'token', tail: '' }
}
