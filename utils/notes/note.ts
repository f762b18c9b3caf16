import { kindNames, type KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'

export const noteColours = ['red', 'orange', 'green', 'blue', 'purple'] as const
export type NoteColour = (typeof noteColours)[number]

/** What the user wrote on a record: stays through every later reading, and is nobody's but theirs. */
export interface Note {
  /** What they call it; of a customer it stands beside the masked name on all its records. */
  name?: string
  text?: string
  colour?: NoteColour
  tags?: string[]
  /** Epoch ms. */
  changedAt: number
}
export interface Noted extends Note {
  account: string
  kind: KindName
  /** Key of the record. */
  key: string
}

/** Kinds that a note can be made on. */
export const notedKinds: readonly KindName[] = ['customer', 'resource', 'coupon']

const longest = { name: 60, text: 2000, tag: 30 }
const mostTags = 12

/** Among the user's marks notes have keys that no export task has. */
export const noteKeyOf = (kind: KindName, key: string): string => `note:${kind}:${key}`
export function noteKeyParts(mark: string): { kind: KindName; key: string } | undefined {
  const [, name, key] = /^note:(\w+):(.*)$/s.exec(mark) ?? []
  const kind = kindNames.find((each) => each === name)
  return kind === undefined || key === undefined ? undefined : { kind, key }
}

/** Marks as a note; undefined for none that says anything. */
export function noteOf({ name, text, colour, tags, changedAt }: KindRecord): Note | undefined {
  const note: Note = { changedAt: typeof changedAt === 'number' ? changedAt : 0 }
  if (typeof name === 'string' && name !== '') note.name = name
  if (typeof text === 'string' && text !== '') note.text = text
  const known = noteColours.find((each) => each === colour)
  if (known) note.colour = known
  if (Array.isArray(tags) && tags.length > 0) note.tags = tags.map(String)
  return isEmpty(note) ? undefined : note
}

export const isEmpty = ({ name, text, colour, tags = [] }: Omit<Note, 'changedAt'>): boolean =>
  (name ?? '') === '' && (text ?? '') === '' && colour === undefined && tags.length === 0

/** As it may be kept: trimmed, cut to what a label holds, no tag twice. */
export function tidied({ name = '', text = '', colour, tags = [] }: Omit<Note, 'changedAt'>) {
  const own = tags.map((tag) => tag.trim().slice(0, longest.tag)).filter((tag) => tag !== '')
  const short = name.trim().slice(0, longest.name)
  const long = text.trim().slice(0, longest.text)
  return {
    ...(short === '' ? {} : { name: short }),
    ...(long === '' ? {} : { text: long }),
    ...(colour === undefined ? {} : { colour }),
    ...(own.length === 0 ? {} : { tags: [...new Set(own)].slice(0, mostTags) }),
  }
}

/** `重点, vip` as tags. */
export const tagsIn = (text: string): string[] => text.split(/[,，;；、\n]/)
