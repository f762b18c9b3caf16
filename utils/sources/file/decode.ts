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

/** Text of a file that comes in pieces. What looked like plain ASCII first may turn out to be GB18030 later. */
export class StreamDecoder {
  private decoder: TextDecoder | undefined
  private plain = true

  decode(bytes: Uint8Array): string {
    this.decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    const { encoding } = this.decoder
    // Half a character of the piece before would be lost with the decoder that refuses.
    const firstForeign = this.plain && encoding === 'utf-8' && bytes.some((byte) => byte > 127)
    try {
      const text = this.decoder.decode(bytes, { stream: true })
      if (firstForeign) this.plain = false
      return text
    } catch {
      this.decoder = new TextDecoder(firstForeign ? 'gb18030' : encoding)
      this.plain = false
      return this.decoder.decode(bytes, { stream: true })
    }
  }

  end(): string {
    try {
      return this.decoder?.decode() ?? ''
    } catch {
      return '\ufffd'
    }
  }
}
