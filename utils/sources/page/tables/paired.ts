import type { Parts } from './rows'

/** Heads and bodies that stand in tables of their own, each head with the next body that belongs to it. */
export function paired(parts: readonly Parts[]): Parts[] {
  const used = new Set<Parts>()
  const whole = parts.map((head, index) => {
    if (head.heads.length === 0 || head.body.length > 0) return head
    const next = parts
      .slice(index + 1)
      .find((each) => !used.has(each) && each.heads.length === 0 && belongs(head, each))
    if (!next) return head
    used.add(next)
    return { ...head, element: next.element, above: head.element, body: next.body }
  })
  return whole.filter((_, index) => !used.has(parts[index] as Parts))
}

/** A body belongs to a head when both fit by columns and stand close to each other. */
function belongs(head: Parts, body: Parts): boolean {
  const width = body.body[0]?.length ?? 0
  if (width === 0 || Math.abs(head.heads.length - width) > 1) return false
  let around: Element | null = head.element
  for (let step = 0; step < 6 && around; step++) {
    around = around.parentElement
    if (around?.contains(body.element)) return true
  }
  return false
}
