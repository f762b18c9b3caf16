import { encode, type KeptRecord } from '@/utils/cache/columns'
import type { Account, Cache, Glance, Health, Live, Reminder, Usage } from '@/utils/cache/types'
import type { ImportLine } from '@/utils/cache/imports/types'
import type { KindName } from '@/utils/kinds'
import { tidied, type Noted } from '@/utils/notes/note'
import type { StoredRecord } from '@/utils/records'
import { withDefaults, type Settings } from '@/utils/settings'

/** What the fake holds; a test changes it through `set`, and everyone who looks is told. */
export interface Kept {
  rows: Partial<Record<KindName, StoredRecord[]>>
  glances: Glance[]
  health: Health[]
  accounts: Account[]
  settings: Partial<Settings>
  usage: Usage[]
  lost: string[]
  reminders: Reminder[]
  imports: ImportLine[]
  notes: Noted[]
}

export interface FakeCache {
  cache: Cache
  kept: Kept
  set(part: Partial<Kept>): void
  /** Every live value fails from now on, as when the database cannot be opened; undefined ends it. */
  fail(error: Error | undefined): void
  failure(): Error | undefined
  onSet(listener: () => void): void
  /** How many live values are being followed. */
  followed(): number
}

const unused = (name: string) => (): never => {
  throw new Error(`the pages never call ${name}`)
}

/** A cache in memory that answers as the real one does, as far as our pages ask. */
export function fakeCache(start: Partial<Kept> = {}): FakeCache {
  const kept: Kept = {
    rows: {},
    glances: [],
    health: [],
    accounts: [],
    settings: {},
    usage: [],
    lost: [],
    reminders: [],
    imports: [],
    notes: [],
    ...start,
  }
  const watchers = new Set<() => void>()
  const setters = new Set<() => void>()
  let failure: Error | undefined
  const tell = () => watchers.forEach((each) => each())
  const live = <T>(read: () => T): Live<T> => ({
    subscribe(next, failed) {
      const look = () => (failure ? failed?.(failure) : next(read()))
      watchers.add(look)
      look()
      return () => watchers.delete(look)
    },
  })
  const set = (part: Partial<Kept>) => {
    Object.assign(kept, part)
    tell()
    setters.forEach((each) => each())
  }
  const rowsOf = (kind: KindName, account: string | undefined) =>
    (kept.rows[kind] ?? []).filter((row) => account === undefined || row.$.account === account)
  const memories = new Map<string, string>()
  const cache: Cache = {
    memory: async (account, name) => memories.get(`${account}|${name}`),
    async remember(account, name, text) {
      memories.set(`${account}|${name}`, text)
    },
    ingest: unused('ingest'),
    async adoptUnknown(from, to) {
      const ofTo = (row: StoredRecord) =>
        row.$.account === from ? ({ ...row, $: { ...row.$, account: to } } as StoredRecord) : row
      const rows = Object.entries(kept.rows).map(([kind, all]) => [kind, all.map(ofTo)] as const)
      set({
        rows: Object.fromEntries(rows),
        accounts: kept.accounts.filter(({ key }) => key !== from),
      })
    },
    async markExport(account, key, marks) {
      if (failure) throw failure
      const exportTask = (kept.rows.exportTask ?? []).map((row) =>
        row.$.account === account && row.$.key === key
          ? ({ ...row, ...marks, $: row.$ } as StoredRecord)
          : row,
      )
      set({ rows: { ...kept.rows, exportTask } })
    },
    async forgetCustomer(account, customerId) {
      const others = Object.entries(kept.rows).map(
        ([kind, all]) =>
          [
            kind,
            all.filter((row) => row.$.account !== account || row.customerId !== customerId),
          ] as const,
      )
      set({ rows: Object.fromEntries(others) })
      return 1
    },
    noteHealth: unused('noteHealth'),
    async changeReminders(change) {
      const { put, remove, result } = change([...kept.reminders])
      const gone = new Set([...remove, ...put.map(({ id }) => id)])
      set({ reminders: [...kept.reminders.filter(({ id }) => !gone.has(id)), ...put] })
      return result
    },
    forgetEverything: unused('forgetEverything'),
    acceptLoss: async () => set({ lost: [] }),
    lost: () => live(() => kept.lost),
    reminders: () => live(() => kept.reminders),
    read: async (kind, account) => rowsOf(kind, account),
    live: (kind, account) => live(() => rowsOf(kind, account)),
    liveColumns: (kind, account) => live(() => [encode(rowsOf(kind, account) as KeptRecord[])]),
    glance: () => live(() => kept.glances),
    health: () => live(() => kept.health),
    accounts: () => live(() => kept.accounts),
    async noteAccount(account) {
      const others = kept.accounts.filter(({ key }) => key !== account.key)
      set({ accounts: [...others, account] })
    },
    settings: async () => withDefaults(kept.settings),
    liveSettings: () => live(() => withDefaults(kept.settings)),
    async saveSettings(change) {
      if (failure) throw failure
      set({ settings: { ...kept.settings, ...change } })
    },
    notes: (account) => live(() => kept.notes.filter((each) => each.account === account)),
    async writeNote(about, note) {
      if (failure) throw failure
      const others = kept.notes.filter(
        ({ account, kind, key }) =>
          account !== about.account || kind !== about.kind || key !== about.key,
      )
      set({ notes: note ? [...others, { ...about, ...tidied(note), changedAt: 1 }] : others })
    },
    imports: () => live(() => kept.imports),
    noteCommit: () => {},
    holders: async () => kept.usage.filter(({ rows }) => rows > 0).map(({ account }) => account),
    async usage() {
      if (failure) throw failure
      return kept.usage
    },
    async freeable({ kind, account }) {
      return rowsOf(kind, account).length
    },
    async free({ kind, account }) {
      if (failure) throw failure
      const all = kept.rows[kind] ?? []
      const left = all.filter((row) => account !== undefined && row.$.account !== account)
      set({ rows: { ...kept.rows, [kind]: left } })
      return all.length - left.length
    },
    keepSoLong: unused('keepSoLong'),
    close: () => {},
  }
  return {
    cache,
    kept,
    set,
    fail: (error) => {
      failure = error
      tell()
    },
    failure: () => failure,
    onSet: (listener) => void setters.add(listener),
    followed: () => watchers.size,
  }
}
