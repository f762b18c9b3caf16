export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** How a text is encoded, from its first bytes: by its mark, by its zeros, or because it is not UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Every text has a separator or a digit in its first line, and in UTF-16 that is half a zero.
  const look = Math.min(head.length, 2048) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < look; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  if (odd > 0 && even === 0 && odd * 20 >= look) return 'utf-16le'
  if (even > 0 && odd === 0 && even * 20 >= look) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** A whole file as text. */
export function decodeText(bytes: Uint8Array): string {
  const decoder = new StreamDecoder()
  return decoder.decode(bytes) + decoder.end()
}

/** What stands for bytes that are no character. */
const broken = '\ufffd'
const beyondAscii = /[^\0-\u007f]/
const marked = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/** Text of a file that comes in pieces. What looked like plain ASCII first may turn out to be GB18030 later. */
export class StreamDecoder {
  private decoder: TextDecoder | undefined
  private plain = true
  /** The beginning of a character that the piece before ended with. */
  private begun = new Uint8Array()

  decode(bytes: Uint8Array): string {
    if (!this.decoder) {
      const encoding = encodingOf(bytes)
      this.decoder = new TextDecoder(encoding)
      this.plain = encoding === 'utf-8' && !marked(bytes)
    }
    const text = this.decoder.decode(bytes, { stream: true })
    if (!this.plain) return text
    // The first characters beyond ASCII tell UTF-8 from GB18030; nothing was read with the wrong one before them.
    const whole = this.begun.length === 0 ? bytes : Uint8Array.from([...this.begun, ...bytes])
    if (!beyondAscii.test(text)) {
      this.begun = whole.slice(text.length)
      return text
    }
    this.plain = false
    if (!text.includes(broken) || isSound(whole)) return text
    this.decoder = new TextDecoder('gb18030')
    return this.decoder.decode(whole, { stream: true })
  }

  end(): string {
    return this.decoder?.decode() ?? ''
  }
}

function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
