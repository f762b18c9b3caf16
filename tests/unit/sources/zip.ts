import { deflateRawSync } from 'node:zlib'

/** An archive of texts, for tests; `stated` is a size it claims of every entry. */
export function zipOf(
  entries: readonly (readonly [name: string, text: string])[],
  { stated }: { stated?: number } = {},
): Uint8Array {
  const packed = new Map<string, Buffer>()
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of entries) {
    const data = packed.get(text) ?? deflateRawSync(text)
    packed.set(text, data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    for (const [header, shift] of [
      [local, 0],
      [central, 2],
    ] as const) {
      header.writeUInt16LE(8, 8 + shift)
      header.writeUInt32LE(data.length, 18 + shift)
      header.writeUInt32LE(stated ?? text.length, 22 + shift)
      header.writeUInt16LE(name.length, 26 + shift)
    }
    central.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), data)
    list.push(central, Buffer.from(name))
    at += 30 + name.length + data.length
  }
  const size = list.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...list, end]))
}
