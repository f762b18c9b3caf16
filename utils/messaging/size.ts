/** Whether plain data nests at most so deep; without recursion, so that depth itself cannot hurt. */
export function depthWithin(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return false
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null || ArrayBuffer.isView(each)) continue
      for (const inner of Object.values(each))
        if (typeof inner === 'object' && inner !== null) next.push(inner)
    }
    level = next
  }
  return true
}

/** Roughly how many bytes plain data takes: text as UTF-16 units, numbers as eight. Call after `depthWithin`. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength
  let size = 16
  for (const [key, inner] of Object.entries(value)) size += key.length + sizeOf(inner)
  return size
}
