/** Elements in one expression, with the class names of the vendor's component set. */
import { wording } from '../screen.ts'

export const prefix = wording.id === 'current' ? 'ti3' : `${wording.css}ng`

export type Child = Node | string

export interface Wishes {
  class?: string
  click?: () => void
  [attribute: string]: string | (() => void) | undefined
}

/** @param wishes `class` without the prefix, `click`, and any attribute */
export function element(name: string, wishes: Wishes = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name)
  const { class: classes = '', click, ...attributes } = wishes
  if (classes !== '') made.className = classes.replaceAll(/\S+/g, `${prefix}-$&`)
  if (click !== undefined) made.addEventListener('click', click)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(attribute, value)
  }
  made.append(...children)
  return made
}
