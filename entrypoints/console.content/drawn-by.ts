import type { PageFacts } from '@/utils/messaging/protocol'

/**
 * Which page drew a table. A console changes its address, its selected tab or its filters first and draws when the answer
 * has come: until then the table of before stands under the name of another page.
 */
export interface DrawnBy {
  /** The page as it was when what the element says now was first seen. */
  pageOf(element: Element): PageFacts
  /** Something is about to change: what these elements say belongs to the page as it still is. */
  hold(elements: Iterable<Element>, page: () => PageFacts): void
}

export function drawnBy(now: () => PageFacts): DrawnBy {
  const first = new WeakMap<Element, { text: string | null; page: PageFacts }>()
  const note = (element: Element, page: () => PageFacts) => {
    const text = element.textContent
    const known = first.get(element)
    if (known?.text === text) return known
    const drawn = { text, page: page() }
    first.set(element, drawn)
    return drawn
  }
  return {
    pageOf(element) {
      const drawn = note(element, now)
      // A page that names its tab late has not turned to another one.
      if (drawn.page.tab === undefined && drawn.page.url === now().url) drawn.page = now()
      return drawn.page
    },
    hold(elements, page) {
      for (const element of elements) note(element, page)
    },
  }
}
