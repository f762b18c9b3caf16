/** Why an answer could not be read, in machine words. */
export type AnswerProblem = 'not-json' | 'cut-off' | 'too-large' | 'too-deep'

const most = { bytes: 4 * 1024 * 1024, depth: 64 }

/** A body as plain data; depth and size are checked before anything is built of it. */
export function parseAnswer(
  body: Uint8Array | string,
): { value: unknown } | { problem: AnswerProblem } {
  const size = typeof body === 'string' ? body.length : body.byteLength
  if (size > most.bytes) return { problem: 'too-large' }
  const text = (typeof body === 'string' ? body : new TextDecoder().decode(body))
    .replace(/^\ufeff/, '')
    .trim()
  if (!/^[[{]/.test(text)) return { problem: 'not-json' }
  if (deeperThan(text, most.depth)) return { problem: 'too-deep' }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { problem: /[\]}]$/.test(text) ? 'not-json' : 'cut-off' }
  }
}

/** Counts brackets outside of strings; no recursion, so that depth itself cannot hurt. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 92) i++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) {
      if (++depth > limit) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}
