/** The page and every open shadow root in it, outermost first; none is looked for behind what holds a thousand others. */
export function rootsOf(page: ParentNode, most = 200): ParentNode[] {
  const roots: ParentNode[] = [page]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*'))
      if (element.shadowRoot && roots.length < most) roots.push(element.shadowRoot)
  }
  return roots
}

/** Everything in an element that matches, open shadow roots included. */
export function allWithin(element: Element, selector: string): Element[] {
  const found: Element[] = []
  const look = (root: ParentNode) => {
    for (const each of root.querySelectorAll('*')) {
      if (each.matches(selector)) found.push(each)
      if (each.shadowRoot) look(each.shadowRoot)
    }
  }
  if (element.shadowRoot) look(element.shadowRoot)
  look(element)
  return found
}

/** What is around a node, out of shadow roots too. */
export function around(node: Node): Element | undefined {
  if (node.parentElement) return node.parentElement
  const root = node.getRootNode()
  return root instanceof ShadowRoot ? root.host : undefined
}

/** Whether one element holds the other, through shadow roots. */
export function holds(outer: Node, inner: Node): boolean {
  for (let each: Node | undefined = inner; each; each = around(each))
    if (each === outer) return true
  return false
}
