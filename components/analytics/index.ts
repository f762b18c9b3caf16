import type {
  AnalyticsKind,
  AnalyticsLifeCycle,
  AnalyticsOptions,
  AnalyticsSource,
  MountedAnalytics,
} from './api'
import { kindOf } from './kinds'
import { mountAnalytics } from './mount'
import { jsonSource, staticSource } from './source'

export { jsonSource, mountAnalytics, staticSource }
export type * from './source'

/** A source of one exported table as CSV; what reads it is loaded when it is asked for. @throws SyntaxError */
export async function csvSource(kind: AnalyticsKind, text: string): Promise<AnalyticsSource> {
  const { csvRows } = await import('./csv-rows')
  return staticSource({ rows: { [kind]: csvRows(kindOf(kind).fields, text) } })
}

/** `<partner-analytics>`: the options as properties, `locale` and `theme` as attributes too. Mounts when it has a source. */
export class PartnerAnalytics extends HTMLElement {
  static observedAttributes = ['locale', 'theme']
  #options: Partial<AnalyticsOptions> = {}
  #mounted: MountedAnalytics | undefined

  get options(): Partial<AnalyticsOptions> {
    return this.#options
  }
  set options(next: Partial<AnalyticsOptions>) {
    this.#options = { ...this.#options, ...next }
    this.#render(next)
  }
  connectedCallback(): void {
    this.#render(this.#options)
  }
  disconnectedCallback(): void {
    this.#mounted?.unmount()
    this.#mounted = undefined
  }
  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'locale' && (value === 'en' || value === 'zh-CN')) this.options = { locale: value }
    if (name === 'theme' && (value === 'light' || value === 'dark')) this.options = { theme: value }
  }
  #render(next: Partial<AnalyticsOptions>): void {
    const { source } = this.#options
    if (!this.isConnected || !source) return
    if (this.#mounted) this.#mounted.update(next)
    else this.#mounted = mountAnalytics(this, { ...this.#options, source })
  }
}
/** Registers the element, once a page. */
export function defineElement(name = 'partner-analytics'): void {
  if (!customElements.get(name)) customElements.define(name, PartnerAnalytics)
}

const mounted = new Map<HTMLElement, MountedAnalytics>()
type Props = Parameters<AnalyticsLifeCycle>[0]
const elementOf = ({ domElement, domElementGetter }: Props): HTMLElement => {
  const el = domElement ?? domElementGetter?.()
  if (!el) throw new TypeError('the props name no domElement')
  return el
}
/* Life cycles as single-spa calls them. */
export const bootstrap: AnalyticsLifeCycle = async () => {}
export const mount: AnalyticsLifeCycle = async (props) => {
  const el = elementOf(props)
  mounted.set(el, mountAnalytics(el, props))
}
export const update: AnalyticsLifeCycle = async (props) => {
  mounted.get(elementOf(props))?.update(props)
}
export const unmount: AnalyticsLifeCycle = async (props) => {
  const el = elementOf(props)
  mounted.get(el)?.unmount()
  mounted.delete(el)
}
