/** An element with its attributes and what is in it. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside)
  return element
}

/** A button that only a person's own press counts for. */
export function pressable(
  attributes: Readonly<Record<string, string>>,
  inside: Node | string,
  act: () => void,
): HTMLButtonElement {
  const button = made('button', attributes, inside)
  button.addEventListener('click', (event) => event.isTrusted && act())
  return button
}

/** What of ours stands in the page: out of the reach of its scripts and styles. */
export function ownBox(css: string, box: HTMLElement): HTMLElement {
  const host = document.createElement('div')
  host.attachShadow({ mode: 'closed' }).append(made('style', {}, css), box)
  return host
}
