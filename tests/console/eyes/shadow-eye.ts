/** An eye as a web component: its button stands in an open shadow root. */
export function defineShadowEye(): void {
  customElements.define(
    'console-eye',
    class extends HTMLElement {
      connectedCallback(): void {
        if (this.shadowRoot) return
        const button = document.createElement('button')
        button.type = 'button'
        button.title = '显示'
        button.textContent = '◉'
        this.attachShadow({ mode: 'open' }).append(button)
      }
    },
  )
}
