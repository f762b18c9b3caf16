import type { Feature } from './feature'

/** Where consoles put short messages; asked for by meaning first, by name second. */
const places = '[role=status],[role=alert],[class*=toast],[class*=message],[class*=notif]'
const begun =
  /导出任务(?:已)?创建成功|export task (?:was |has been )?created|export task is created/i
const mostLetters = 200

/** Notices that the console has begun an export: its message stands for a few seconds only. */
export const asked: Feature = {
  id: 'asked',
  frames: 'all',
  run({ ask, onSettled, page }) {
    let standing = new Set<Element>()
    onSettled(() => {
      const now = messagesIn(document)
      // One message may be found by itself and by what is around it.
      const isNew = now.length > 0 && !now.some((each) => standing.has(each))
      standing = new Set(now)
      if (!isNew) return
      const message = { id: crypto.randomUUID(), page: page(), seenAt: Date.now() }
      void ask('export.asked', message).catch(() => {})
    })
  },
}

export function messagesIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll(places)].filter((each) => {
    const text = each.textContent ?? ''
    return text.length <= mostLetters && begun.test(text)
  })
}
