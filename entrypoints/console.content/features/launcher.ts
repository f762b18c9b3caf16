import { isOrphaned } from '@/utils/messaging/ask'
import { sayFarewell } from './farewell'
import { isPresenting } from './presentation'
import type { Feature } from './feature'
import css from './launcher.css?inline'
import { made, ownBox, pressable } from './own-box'

const names = {
  zh: {
    open: '打开伙伴透镜',
    present: '演示模式：遮住或恢复个人信息',
    hide: '隐藏此按钮（可在设置中恢复）',
  },
  en: {
    open: 'Open Partner Lens',
    present: 'Presentation mode: mask everything personal, or lift it',
    hide: 'Hide this button (settings bring it back)',
  },
}

/**
 * The one thing of ours that stands in the page: a button that opens the panel. It shows no record and no number, and
 * lives in a closed shadow root; only a person's own press counts.
 */
export const launcher: Feature = {
  id: 'launcher',
  frames: 'top',
  run({ ask, signal, start, onOrder, page }) {
    let host: HTMLElement | undefined
    let said: Pick<typeof start, 'language' | 'launcher'> = start
    const remove = () => {
      host?.remove()
      host = undefined
    }
    const show = (language: 'zh' | 'en', at: { x: number; y: number } | undefined) => {
      remove()
      host = draw(names[language], at ?? { x: 0.985, y: 0.72 }, {
        open: () => void ask('panel.open', {}).catch(() => {}),
        present: () => void ask('presentation.toggle', {}).catch(() => {}),
        moved: (to) => void ask('launcher.moved', to).catch(() => {}),
        hide: () => {
          remove()
          void ask('launcher.hidden', {}).catch(() => {})
        },
      })
      document.documentElement.append(host)
    }
    const follow = (language: 'zh' | 'en' | undefined, state: typeof start.launcher) => {
      if (state === 'hidden') remove()
      else show(language ?? page().language ?? 'zh', state)
    }
    const begin = () => follow(start.language, start.launcher)
    if (document.body) begin()
    else addEventListener('DOMContentLoaded', begin, { signal, once: true })
    onOrder((order) => {
      if (order.order === 'settings') {
        said = order
        follow(order.language, order.launcher)
      }
      // Drawn anew, so that the button says what is.
      if (order.order === 'present') follow(said.language, said.launcher)
      return undefined
    })
    signal.addEventListener('abort', () => {
      const stood = host !== undefined
      remove()
      // Who hid the button wants nothing of ours in the page.
      if (stood && isOrphaned()) sayFarewell(said.language ?? page().language ?? 'zh')
    })
  },
}

interface Acts {
  open(): void
  present(): void
  moved(to: { x: number; y: number }): void
  hide(): void
}

function draw(name: (typeof names)['zh'], at: { x: number; y: number }, acts: Acts): HTMLElement {
  const said = (text: string) => ({ 'aria-label': text, title: text })
  const open = made('button', { class: 'open', ...said(name.open) }, lens())
  const present = pressable(
    { class: 'side present', 'aria-pressed': String(isPresenting()), ...said(name.present) },
    shade(),
    acts.present,
  )
  const hide = pressable({ class: 'side', ...said(name.hide) }, '×', acts.hide)
  const box = made('div', {}, open, present, hide)
  place(box, at)
  movable(box, open, at, acts)
  return ownBox(css, box)
}

function place(box: HTMLElement, at: { x: number; y: number }): void {
  box.style.left = `clamp(8px, calc(${at.x * 100}vw - 20px), calc(100vw - 56px))`
  box.style.top = `clamp(8px, calc(${at.y * 100}vh - 20px), calc(100vh - 56px))`
}

/** Drag with the pointer, or the arrow keys with Alt; a press without a move opens. */
function movable(
  box: HTMLElement,
  open: HTMLElement,
  at: { x: number; y: number },
  acts: Acts,
): void {
  let from: { x: number; y: number } | undefined
  let dragged = false
  const move = (x: number, y: number) => {
    at.x = Math.min(1, Math.max(0, x / innerWidth))
    at.y = Math.min(1, Math.max(0, y / innerHeight))
    place(box, at)
  }
  open.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY }
    dragged = false
    open.setPointerCapture(event.pointerId)
  })
  open.addEventListener('pointermove', (event) => {
    if (!from) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > 5) dragged = true
    if (dragged) move(event.clientX, event.clientY)
  })
  open.addEventListener('pointerup', () => {
    if (from && dragged) acts.moved({ ...at })
    from = undefined
  })
  open.addEventListener('click', (event) => {
    if (event.isTrusted && !dragged) acts.open()
    dragged = false
  })
  open.addEventListener('keydown', (event) => {
    const step = {
      ArrowLeft: [-16, 0],
      ArrowRight: [16, 0],
      ArrowUp: [0, -16],
      ArrowDown: [0, 16],
    }[event.key]
    if (!step || !event.altKey || !event.isTrusted) return
    event.preventDefault()
    move(at.x * innerWidth + (step[0] ?? 0), at.y * innerHeight + (step[1] ?? 0))
    acts.moved({ ...at })
  })
}

const lens = () =>
  drawing(
    '22',
    'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20 20M8 12v-1.5M10.5 12V8.5M13 12v-2.5',
  )
const shade = () => drawing('14', 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM3 21 21 3')

function drawing(size: string, d: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [key, value] of Object.entries({
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value)
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', d)
  svg.append(path)
  return svg
}
