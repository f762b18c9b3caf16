import type { Surroundings } from './areas'
import * as vault from './blob'
import { lockMinutesIn, msOpen, type Opened } from './deadline'
import { fromBase64, toBase64 } from './seal'
import { triesIn, waitMs } from './tries'
import { type Credentials, headOf, type Keys, type KeysState, VaultError } from './types'

/** Keeps the user's keys: in memory until the browser closes, or in the vault. */
export interface Keeper {
  state(): Promise<KeysState>
  /** The keys for a request about to be made. Deadlines are checked here: an open vault may lock by being asked. */
  credentials(): Promise<Credentials>
  /** The vault's data key, for what else is encrypted with it. */
  dataKey(): Promise<Uint8Array<ArrayBuffer> | 'locked' | 'none'>
  /** @throws VaultError `exists` while there is a vault */
  keepInMemory(keys: Keys): Promise<void>
  /** Makes a vault and leaves it unlocked. @throws VaultError `exists` */
  keepInVault(keys: Keys, passphrase: string): Promise<void>
  /** Other keys in place of the ones there are, kept the same way. @throws VaultError `locked`, `none` */
  replace(keys: Keys): Promise<void>
  /** @throws VaultError `wrong`, `wait`, `damaged`, `downgraded`, `none` */
  unlock(passphrase: string): Promise<void>
  lock(): Promise<void>
  /** @throws as `unlock`, for the old passphrase */
  changePassphrase(old: string, next: string): Promise<void>
  setLockMinutes(minutes: number): Promise<void>
  /** Ms until an open vault locks, if nobody uses it; undefined while none is open. */
  msOpen(): Promise<number | undefined>
  /** The user did something: idle time starts anew. Does not open what is locked. */
  used(): Promise<void>
  /** Deletes keys and vault, wherever they are. */
  forget(): Promise<void>
  /** Called when another page may have changed something; listeners hear it. */
  changed(): void
  onChange(listener: () => void): () => void
}

// Names in storage. What is in memory: the keys themselves, or the data key of an open vault.
const KEYS = 'keys.memory'
const OPEN = 'keys.open'
/** By its own name: written without a turn, it must not bring back what was locked meanwhile. */
const SEEN = 'keys.seen'
const SEEN_EVERY_MS = 30_000
const VAULT = 'keys.vault'
const COPY = 'keys.vault.copy'
const TRIES = 'keys.tries'
const MINUTES = 'keys.lockMinutes'

/**
 * The data key of an open vault stands in `storage.session`, never on disk (VLT-02): that area is memory of the browser,
 * closed to content scripts, shared by our pages, and gone when the browser ends, which is what locks at its start. In
 * the memory of one page it would be lost with that page, and the passphrase typed again on each. Neither the passphrase
 * nor the key derived from it is kept anywhere.
 */
export function createKeeper({ disk, memory, now, alone }: Surroundings): Keeper {
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  /** Changes run one at a time, and are told to this page's listeners; others hear it from storage. */
  const change = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await alone(work)
    } finally {
      changed()
    }
  }
  const minutes = async () => lockMinutesIn(await disk.get(MINUTES))

  /** Two copies: the first that is whole. @throws VaultError */
  async function stored(): Promise<vault.VaultBlob | undefined> {
    const [first, second] = [await disk.get(VAULT), await disk.get(COPY)]
    if (first === undefined && second === undefined) return undefined
    return vault.checked(first).catch(async (error: unknown) => {
      return await vault.checked(second).catch(() => {
        throw first === undefined ? new VaultError('damaged') : error
      })
    })
  }
  async function store(blob: vault.VaultBlob): Promise<void> {
    await disk.set(VAULT, blob)
    await disk.set(COPY, blob)
  }
  async function found(): Promise<vault.VaultBlob> {
    const blob = await stored()
    if (blob === undefined) throw new VaultError('none')
    return blob
  }

  /** What is open now; what is past its deadline is locked on the way. */
  async function opened(): Promise<Omit<Opened, 'seenAt'> | undefined> {
    const open = (await memory.get(OPEN)) as Omit<Opened, 'seenAt'> | undefined
    if (open === undefined) return undefined
    const seenAt = Math.max(open.usedAt, Number((await memory.get(SEEN)) ?? 0))
    if (msOpen({ ...open, seenAt }, await minutes(), now()) > 0) {
      if (now() - seenAt > SEEN_EVERY_MS) await memory.set(SEEN, now())
      return open
    }
    await memory.remove(OPEN, SEEN)
    return undefined
  }
  const openWith = async (dataKey: Uint8Array<ArrayBuffer>): Promise<void> => {
    const at = now()
    await memory.remove(SEEN)
    return memory.set(OPEN, { dataKey: toBase64(dataKey), openedAt: at, usedAt: at })
  }
  const dataKeyNow = async () => {
    const open = await opened()
    return open && fromBase64(open.dataKey)
  }

  /** Counts the try before it is made. */
  async function tried(passphrase: string): Promise<[vault.VaultBlob, Uint8Array<ArrayBuffer>]> {
    const blob = await found()
    const tries = triesIn(await disk.get(TRIES))
    const wait = waitMs(tries, now())
    if (wait > 0) {
      // Set back, the clock would hold on for as long as it was ahead: from here on the usual time is waited.
      if (tries && now() < tries.at) await disk.set(TRIES, { ...tries, at: now() })
      throw new VaultError('wait', wait)
    }
    await disk.set(TRIES, { count: (tries?.count ?? 0) + 1, at: now() })
    const dataKey = await vault.unlock(blob, passphrase)
    await disk.remove(TRIES)
    return [blob, dataKey]
  }
  async function assertNone(): Promise<void> {
    const taken = [await disk.get(VAULT), await disk.get(COPY)].some((each) => each !== undefined)
    if (taken) throw new VaultError('exists')
  }

  async function state(): Promise<KeysState> {
    const kept = (await memory.get(KEYS)) as Keys | undefined
    if (kept !== undefined) return { mode: 'memory', ...headOf(kept) }
    try {
      const blob = await stored()
      if (blob === undefined) return { mode: 'none' }
      return {
        mode: 'vault',
        locked: (await opened()) === undefined,
        waitMs: waitMs(triesIn(await disk.get(TRIES)), now()),
        lockMinutes: await minutes(),
        ...blob.head,
      }
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      return { mode: 'broken', why: error.reason === 'downgraded' ? 'downgraded' : 'damaged' }
    }
  }

  return {
    state,
    changed,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async credentials() {
      const kept = (await memory.get(KEYS)) as Keys | undefined
      if (kept !== undefined) return kept
      const blob = await stored()
      if (blob === undefined) return 'none'
      const dataKey = await dataKeyNow()
      return dataKey === undefined ? 'locked' : vault.keysIn(blob, dataKey)
    },
    async dataKey() {
      if ((await stored()) === undefined) return 'none'
      return (await dataKeyNow()) ?? 'locked'
    },
    keepInMemory: (keys) =>
      change(async () => {
        await assertNone()
        await memory.set(KEYS, keys)
      }),
    keepInVault: (keys, passphrase) =>
      change(async () => {
        await assertNone()
        const dataKey = vault.newDataKey()
        await store(await vault.create(keys, passphrase, dataKey))
        await openWith(dataKey)
        await memory.remove(KEYS)
        await disk.remove(TRIES)
      }),
    replace: (keys) =>
      change(async () => {
        if ((await memory.get(KEYS)) !== undefined) return memory.set(KEYS, keys)
        const blob = await found()
        const dataKey = await dataKeyNow()
        if (dataKey === undefined) throw new VaultError('locked')
        await store(await vault.replaced(blob, keys, dataKey))
      }),
    unlock: (passphrase) =>
      change(async () => {
        const [blob, dataKey] = await tried(passphrase)
        await openWith(dataKey)
        // Whichever copy was whole becomes both.
        await store(blob)
      }),
    async msOpen() {
      const open = await opened()
      return open && msOpen({ ...open, seenAt: open.usedAt }, await minutes(), now())
    },
    lock: () => change(() => memory.remove(OPEN, SEEN)),
    changePassphrase: (old, next) =>
      change(async () => {
        const [blob, dataKey] = await tried(old)
        await store(await vault.create(await vault.keysIn(blob, dataKey), next, dataKey))
        await openWith(dataKey)
      }),
    setLockMinutes: (wanted) => change(() => disk.set(MINUTES, lockMinutesIn(wanted))),
    used: () =>
      alone(async () => {
        const open = await opened()
        if (open) await memory.set(OPEN, { ...open, usedAt: now() })
      }),
    forget: () =>
      change(async () => {
        await memory.remove(KEYS, OPEN, SEEN)
        await disk.remove(VAULT, COPY, TRIES)
      }),
  }
}
