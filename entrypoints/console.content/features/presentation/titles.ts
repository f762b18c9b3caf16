import { cellSelector, mark } from './marks'
import { isSecret, type Secrets } from './words'

/** Titles and tooltips taken away while presenting, to be put back as they were. */
export function createTitles() {
  const taken = new Map<Element, { name: 'title' | 'alt'; value: string }[]>()
  let whole: { was: string; now: string } | undefined

  const isCovered = (element: Element) => {
    const cell = element.closest(`${cellSelector}, [${mark}='hide']`)
    return cell !== null && cell.getAttribute(mark) !== 'ok'
  }
  return {
    /** Tooltips that say what is covered, or what should be. */
    look(root: ParentNode, secrets: Secrets, amounts: boolean): void {
      for (const element of root.querySelectorAll('[title], [alt]')) {
        for (const name of ['title', 'alt'] as const) {
          const value = element.getAttribute(name)
          if (!value || !(isCovered(element) || isSecret(value, secrets, amounts))) continue
          taken.set(element, [...(taken.get(element) ?? []), { name, value }])
          element.removeAttribute(name)
        }
      }
      if (root === document) this.page(secrets, amounts)
    },
    /** The page's own title, without the parts that say who. */
    page(secrets: Secrets, amounts: boolean): void {
      const { title } = document
      if (title === whole?.now || !isSecret(title, secrets, amounts)) return
      const parts = title
        .split(/\s*[-|·—–_:：]\s*/)
        .filter((part) => part !== '' && !isSecret(part, secrets, amounts))
      whole = { was: title, now: parts.join(' - ') || '•••' }
      document.title = whole.now
    },
    restore(): void {
      for (const [element, list] of taken)
        for (const { name, value } of list)
          if (element.isConnected && !element.hasAttribute(name)) element.setAttribute(name, value)
      taken.clear()
      if (whole && document.title === whole.now) document.title = whole.was
      whole = undefined
    },
  }
}
