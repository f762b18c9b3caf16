import { usualPattern } from '@/utils/settings'

/** What a name is made of; texts as the console or the user wrote them, trusted in nothing. */
export interface NameParts {
  account: string
  page: string
  name: string
  /** Epoch ms. */
  requestedAt?: number
  ext: string
}
const words = ['account', 'page', 'name', 'requested', 'ext'] as const
const most = { folder: 40, name: 80, bytes: 200, folders: 6 }

/** Kinds of file the console exports. Anything else is not given a name by us. */
const exported = ['csv', 'xlsx', 'xls', 'pdf', 'zip', 'txt', 'gz']
/** @returns the lower-case ending of a file name, if it is one of the console's exports */
export function extensionOf(fileName: string | undefined): string | undefined {
  const end = /\.([a-z\d]{2,4})\s*$/i.exec(fileName ?? '')?.[1]?.toLowerCase()
  return end !== undefined && exported.includes(end) ? end : undefined
}

/**
 * The path of a file below the folder for downloads, safe on Windows, macOS and Linux.
 * @param taken paths given out already; a second file of the same name gets " (2)"
 */
export function fileNameOf(
  pattern: string,
  parts: NameParts,
  taken: ReadonlySet<string> = new Set(),
): string {
  // Taken apart before it is filled in: no value can open a folder of its own.
  const pieces = (patternProblem(pattern) ? usualPattern : pattern).split('/')
  const end = `.${parts.ext}`
  const last = filled(pieces.pop() ?? '', parts)
  const folders = pieces.map((each) => clean(filled(each, parts), most.folder)).filter(Boolean)
  const bare = last.toLowerCase().endsWith(end.toLowerCase()) ? last.slice(0, -end.length) : last
  const name = clean(bare, most.name) || 'export'
  const held = new Set([...taken].map((each) => each.toLowerCase()))
  for (let nth = 1; ; nth++) {
    const path = [...folders, `${name}${nth > 1 ? ` (${nth})` : ''}${end}`].join('/')
    if (!held.has(path.toLowerCase())) return path
  }
}

export type PatternProblem = 'empty' | 'word' | 'deep' | 'outside'
/** What is wrong with a pattern of the user's: a word nobody knows, too many folders, a way out of the folder. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  if (pattern.trim() === '' || pattern.length > 200) return 'empty'
  const unknown = [...pattern.matchAll(/\{([^{}:]*)(?::[^{}]*)?\}/g)].some(
    ([, word]) => !(words as readonly string[]).includes(word ?? ''),
  )
  if (unknown || /[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ''))) return 'word'
  const folders = pattern.split('/')
  if (
    pattern.includes('\\') ||
    /^[a-z]:/i.test(pattern) ||
    folders.some((each) => /^\s*\.*\s*$/.test(each))
  )
    return 'outside'
  return folders.length > most.folders ? 'deep' : undefined
}

const filled = (piece: string, parts: NameParts): string =>
  piece.replaceAll(/\{(\w+)(?::([^{}]*))?\}/g, (_, word: string, form?: string) => {
    if (word === 'requested') return written(parts.requestedAt, form ?? 'YYYYMMDD-HHmm')
    return word === 'ext' ? parts.ext : String(parts[word as 'name'] ?? '')
  })

/** In Beijing time, which the console shows. */
function written(at: number | undefined, form: string): string {
  const moment = new Date((at ?? Number.NaN) + 8 * 3_600_000)
  if (Number.isNaN(moment.getTime())) return ''
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = moment
    .toISOString()
    .split(/[-T:.]/)
  const tokens: Record<string, string> = {
    YYYY: year,
    MM: month,
    DD: day,
    HH: hour,
    mm: minute,
    ss: second,
  }
  return form.replaceAll(/YYYY|MM|DD|HH|mm|ss/g, (token) => tokens[token] ?? '')
}

/** Names Windows keeps for devices, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i

/** One piece of a path: no separators, no controls, no marks that turn the reading direction, no device, not too long. */
function clean(text: string, length: number): string {
  const plain = text
    .normalize('NFC')
    // Unpaired surrogates, then what nobody sees: controls, format and private characters, other line ends.
    .replaceAll(/\p{Surrogate}/gu, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u3164\u115f\u1160]/gu, '')
    .replaceAll(/[<>:"/\\|?*~%$&`'^!#;=@＜＞：＂／＼｜？＊∕⁄⧸]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\.{2,}/g, '.')
  const cut = trimmed(shortened(trimmed(plain), length))
  return device.test(cut) ? `_${cut}` : cut
}

/** Dots and blanks at the ends are dropped by some systems, dashes left over by a value that was missing. */
const trimmed = (text: string): string => text.replaceAll(/^[-_.\s]+|[-.\s]+$/g, '')

/** By whole characters; systems count in bytes. */
function shortened(text: string, length: number): string {
  const encoder = new TextEncoder()
  let bytes = 0
  let kept = ''
  for (const each of [...text].slice(0, length)) {
    bytes += encoder.encode(each).length
    if (bytes > most.bytes) break
    kept += each
  }
  return kept
}
