/* What a workbook's XML needs of XML: it is written by programs, one way, and streamed past in pieces. */

/** The value of an attribute inside a tag; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  let at = tag.indexOf(` ${name}="`)
  let mark = '"'
  if (at < 0) {
    at = tag.indexOf(` ${name}='`)
    mark = "'"
  }
  if (at < 0) return undefined
  const from = at + name.length + 3
  const end = tag.indexOf(mark, from)
  return end < 0 ? undefined : tag.slice(from, end)
}

/** All tags of a name in a small text, whatever prefix it has. */
export function tagsOf(text: string, name: string): string[] {
  return text.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
/** Text as it is meant: entities and the workbook's own _x000D_ resolved. */
export function plainText(text: string): string {
  let plain = text
  if (plain.includes('&'))
    plain = plain.replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
      (whole, hex, digits, name) => {
        if (name !== undefined) return entities[String(name)] ?? whole
        const code = hex === undefined ? Number(digits) : Number.parseInt(String(hex), 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
  if (plain.includes('_x'))
    plain = plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return plain
}

/** The texts inside one string of a workbook, runs of rich text put together; readings above the text left out. */
export function textIn(markup: string, prefix: string): string {
  const open = `<${prefix}t`
  const close = `</${prefix}t>`
  let at = markup.indexOf(open)
  if (at < 0) return ''
  let text = ''
  const spoken = `<${prefix}rPh`
  const from = markup.includes(spoken)
    ? markup.replace(new RegExp(`${spoken}[\\s\\S]*?</${prefix}rPh>`, 'g'), '')
    : markup
  at = from === markup ? at : from.indexOf(open)
  while (at >= 0) {
    const next = from.charCodeAt(at + open.length)
    const end = from.indexOf('>', at)
    if (end < 0) break
    // <t>, <t xml:space="preserve">: not <tabColor>.
    const isText = next === 62 || next === 32 || next === 10 || next === 13
    if (!isText || from.charCodeAt(end - 1) === 47) {
      at = from.indexOf(open, at + open.length)
      continue
    }
    const stop = from.indexOf(close, end)
    if (stop < 0) break
    text += from.slice(end + 1, stop)
    at = from.indexOf(open, stop)
  }
  return plainText(text)
}
