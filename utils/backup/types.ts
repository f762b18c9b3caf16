import type { Marks, Meta } from '@/utils/cache/database'
import type { Segment } from '@/utils/cache/segment'
import type { Account, Health, Reminder } from '@/utils/cache/types'
import type { Settings } from '@/utils/settings'

export type Row =
  | { table: 'segments'; row: Segment }
  | { table: 'marks'; row: Marks }
  | { table: 'reminders'; row: Reminder }
  | { table: 'accounts'; row: Account }
  | { table: 'settings'; row: { id: 'user'; value: Partial<Settings> } }
  | { table: 'health'; row: Health }
  /** Of the installation: the secret by which it tells accounts apart. Only under a passphrase. */
  | { table: 'meta'; row: Meta }

/** What the first line of a backup says; nothing personal. */
export interface Head {
  format: 'partner-lens-backup'
  version: 1
  /** Version of the stored data's shape. */
  schema: number
  /** Epoch ms. */
  madeAt: number
  /** Accounts it holds; only where it is not encrypted. */
  accounts?: string[]
  rows: number
  /** SHA-256 of what follows. */
  sum: string
  sealed?: { name: 'PBKDF2-SHA-256'; rounds: number; salt: string; iv: string }
}

/** Why a file was refused; nothing was changed. */
export type Refusal = 'not-a-backup' | 'newer' | 'damaged' | 'wrong-passphrase' | 'needs-passphrase'
export class RestoreError extends Error {
  override name = 'RestoreError'
  constructor(
    readonly reason: Refusal,
    facts: { cause?: unknown } = {},
  ) {
    super(`backup refused: ${reason}`, facts)
  }
}
