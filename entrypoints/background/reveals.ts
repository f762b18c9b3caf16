import { revealsKey, withReveal } from '@/utils/masking/reveal-list'
import type { RevealNote } from '@/utils/messaging/protocol'

let last: Promise<unknown> = Promise.resolve()
/** Writes one line after the other: two frames may tell at once. */
export function noteReveal(note: RevealNote): Promise<void> {
  const next = last.then(async () => {
    const { [revealsKey]: list } = await chrome.storage.local.get(revealsKey)
    await chrome.storage.local.set({
      [revealsKey]: withReveal((list as RevealNote[] | undefined) ?? [], note),
    })
  })
  last = next.catch(() => {})
  return next
}
