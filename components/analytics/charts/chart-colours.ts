import type { Look } from './chart-config'

type Colours = Pick<Look, 'ink' | 'line' | 'surface' | 'cursor' | 'colours'>
const kept = new WeakMap<Element, { when: string; colours: Colours }>()

/**
 * The colours of the analysis a canvas stands in, read once for all its charts.
 * @param when they hold as long as this stays the same
 * @param forced the user's own colours replace ours
 */
export function coloursOf(el: HTMLElement, when: string, forced: boolean): Colours {
  const root = el.closest('.partner-analytics') ?? el
  const found = kept.get(root)
  if (found?.when === when) return found.colours
  const colours = read(el, forced)
  kept.set(root, { when, colours })
  return colours
}

function read(el: HTMLElement, forced: boolean): Colours {
  const style = getComputedStyle(el)
  const colour = (name: string) => {
    const said = style.getPropertyValue(name).trim()
    if (!forced) return said
    // A canvas does not know the colours of the system by their names.
    el.style.color = said
    const found = getComputedStyle(el).color
    el.style.color = ''
    return found
  }
  return {
    ink: colour('--pa-ink'),
    line: colour('--pa-line'),
    surface: colour('--pa-surface'),
    cursor: colour('--pa-cursor'),
    colours: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => colour(`--pa-series-${at}`)),
  }
}
