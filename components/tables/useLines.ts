import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Browsers cut elements off at some 33 million pixels; beyond this many the bar stands for more than it is long. */
const tallestPx = 8_000_000
/** Lines drawn beyond the edges, so that a step of the wheel shows no gap; they come once those in sight are painted. */
const marginLines = 8

/**
 * Which of many lines of one height are in sight. The lines are positioned from the first one drawn, which holds for any
 * number of them.
 * @param frame what scrolls; its first `headPx` pixels are covered by the head
 */
export function useLines(
  frame: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  linePx: number,
  headPx: number,
) {
  const top = shallowRef(0)
  const height = shallowRef(600)
  const margin = shallowRef(0)
  let observer: ResizeObserver | undefined
  const read = () => {
    top.value = frame.value?.scrollTop ?? 0
  }
  watch(frame, (next, before) => {
    before?.removeEventListener('scroll', read)
    observer?.disconnect()
    if (!next) return
    next.addEventListener('scroll', read, { passive: true })
    observer = new ResizeObserver(() => (height.value = next.clientHeight || 600))
    observer.observe(next)
    height.value = next.clientHeight || 600
    requestAnimationFrame(() => setTimeout(() => (margin.value = marginLines)))
  })
  onScopeDispose(() => {
    observer?.disconnect()
    frame.value?.removeEventListener('scroll', read)
  })
  const full = computed(() => count() * linePx)
  const tall = computed(() => Math.min(full.value, tallestPx))
  /** Pixels of lines a pixel of the bar stands for. */
  const scale = computed(() => {
    const room = Math.max(1, height.value - headPx)
    return tall.value === full.value || tall.value <= room
      ? 1
      : (full.value - room) / (tall.value - room)
  })
  const from = computed(() =>
    Math.max(
      0,
      Math.min(count() - 1, Math.floor((top.value * scale.value) / linePx) - margin.value),
    ),
  )
  const to = computed(() =>
    Math.min(count(), from.value + Math.ceil(height.value / linePx) + 2 * margin.value),
  )
  /** How far down the first line drawn stands. */
  const offset = computed(() =>
    scale.value === 1
      ? from.value * linePx
      : top.value + from.value * linePx - top.value * scale.value,
  )
  /** Scrolls as little as brings a line into sight. */
  function reveal(line: number): void {
    const element = frame.value
    if (!element) return
    const room = height.value - headPx
    const at = element.scrollTop * scale.value
    if (line * linePx < at) element.scrollTop = (line * linePx) / scale.value
    else if ((line + 1) * linePx > at + room)
      element.scrollTop = ((line + 1) * linePx - room) / scale.value
  }
  return { from, to, offset, tall, reveal }
}
