/** Extent of one part of a picture, in the units of its view box. */
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Where a path goes, part by part, and whether it crosses itself out with one long straight slash. */
interface Drawn {
  boxes: Box[]
  slash: number
}

const longest = 6000
const parts = 'path, circle, ellipse, line'

/**
 * Whether an svg without any name draws an eye: a lens wider than high with a round pupil in its middle, or such a lens
 * under a slash. Seen on the icons of OpenTiny, Element Plus, Ant Design and Lucide.
 */
export function drawsEye(svg: Element): boolean {
  const shapes = [...svg.querySelectorAll(parts), ...used(svg)]
  if (shapes.length === 0 || shapes.length > 10) return false
  const drawn = shapes.map(drawnBy)
  const boxes = drawn.flatMap((each) => each.boxes)
  const size = sizeOf(svg) ?? span(boxes)
  const slashed = drawn.some(({ slash }) => slash >= 0.55 * size)
  return boxes.some(
    (lens) => isLens(lens, size) && (slashed || boxes.some((pupil) => isPupil(pupil, lens))),
  )
}

const width = ({ left, right }: Box) => right - left
const height = ({ top, bottom }: Box) => bottom - top

function isLens(box: Box, size: number): boolean {
  const ratio = width(box) / Math.max(height(box), 0.001)
  return width(box) >= 0.55 * size && ratio >= 1.12 && ratio <= 3.4
}

function isPupil(box: Box, lens: Box): boolean {
  const ratio = width(box) / Math.max(height(box), 0.001)
  const share = width(box) / width(lens)
  const aside = Math.abs(box.left + box.right - lens.left - lens.right) / 2
  const above = Math.abs(box.top + box.bottom - lens.top - lens.bottom) / 2
  return (
    ratio > 0.75 &&
    ratio < 1.34 &&
    share >= 0.1 &&
    share <= 0.62 &&
    aside <= 0.12 * width(lens) &&
    above <= 0.15 * width(lens)
  )
}

/** What a `use` stands for, where it is drawn in this very page. */
function used(svg: Element): Element[] {
  return [...svg.querySelectorAll('use')].flatMap((use) => {
    const name = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? ''
    const target = name.startsWith('#') ? svg.ownerDocument.getElementById(name.slice(1)) : null
    return target ? [...target.querySelectorAll(parts)] : []
  })
}

function sizeOf(svg: Element): number | undefined {
  const [, , wide] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number)
  return wide !== undefined && wide > 0 ? wide : undefined
}

const span = (boxes: readonly Box[]) =>
  Math.max(...boxes.map(({ right }) => right), 0) - Math.min(...boxes.map(({ left }) => left), 0)

function drawnBy(shape: Element): Drawn {
  const at = (name: string) => Number(shape.getAttribute(name) ?? 0)
  switch (shape.tagName.toLowerCase()) {
    case 'circle':
    case 'ellipse': {
      const [x, y] = [at('cx'), at('cy')]
      const [rx, ry] = [at('r') || at('rx'), at('r') || at('ry')]
      return { boxes: [{ left: x - rx, right: x + rx, top: y - ry, bottom: y + ry }], slash: 0 }
    }
    case 'line':
      return { boxes: [], slash: diagonal(at('x2') - at('x1'), at('y2') - at('y1')) }
    default:
      return walk(shape.getAttribute('d') ?? '')
  }
}

/** The extent of a line that runs about as far across as down. */
function diagonal(across: number, down: number): number {
  const [a, b] = [Math.abs(across), Math.abs(down)]
  return Math.min(a, b) >= 0.6 * Math.max(a, b) ? Math.max(a, b) : 0
}

const letter = /[\s,]*([a-z])/iy
const number = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy
const flag = /[\s,]*([01])/y
const wants: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

/** Reads path data as far as it can be understood; curves are taken at a few points, which is near enough. */
function walk(d: string): Drawn {
  const drawn: Drawn = { boxes: [], slash: 0 }
  if (d.length > longest) return drawn
  let [x, y, startX, startY, place] = [0, 0, 0, 0, 0]
  let box: Box | undefined
  let command = ''
  const take = (what: RegExp): string | undefined => {
    what.lastIndex = place
    const found = what.exec(d)
    if (found) place = what.lastIndex
    return found?.[1]
  }
  const point = (px: number, py: number) => {
    if (!box) drawn.boxes.push((box = { left: px, right: px, top: py, bottom: py }))
    box.left = Math.min(box.left, px)
    box.right = Math.max(box.right, px)
    box.top = Math.min(box.top, py)
    box.bottom = Math.max(box.bottom, py)
  }
  for (let step = 0; step < 800; step++) {
    command = take(letter) ?? command
    const kind = command.toLowerCase()
    const count = wants[kind]
    if (count === undefined) break
    if (kind === 'z') {
      ;[x, y] = [startX, startY]
      command = ''
      continue
    }
    const values: number[] = []
    for (let each = 0; each < count; each++) {
      const read = take(kind === 'a' && (each === 3 || each === 4) ? flag : number)
      if (read === undefined) return drawn
      values.push(Number(read))
    }
    const own = command === kind
    const [dx, dy] = own ? [x, y] : [0, 0]
    const toX = kind === 'v' ? x : (values.at(kind === 'h' ? -1 : -2) ?? 0) + dx
    const toY = kind === 'h' ? y : (values.at(-1) ?? 0) + dy
    if (kind === 'm') {
      box = undefined
      ;[startX, startY] = [toX, toY]
      command = own ? 'l' : 'L'
    } else {
      point(x, y)
      if (kind === 'l') drawn.slash = Math.max(drawn.slash, diagonal(toX - x, toY - y))
      for (const [px, py] of between(kind, values, [x, y], [dx, dy], [toX, toY])) point(px, py)
      point(toX, toY)
    }
    ;[x, y] = [toX, toY]
  }
  return drawn
}

type Point = [x: number, y: number]

function between(kind: string, v: number[], from: Point, base: Point, to: Point): Point[] {
  if (kind === 'a') return alongArc(v, from, to)
  const inner: Point[] = []
  for (let at = 0; at + 3 < v.length; at += 2)
    inner.push([(v[at] ?? 0) + base[0], (v[at + 1] ?? 0) + base[1]])
  if (kind === 's') inner.unshift(from)
  if (inner.length === 0 || !'csq'.includes(kind)) return []
  const all = [from, ...inner, to]
  return [0.25, 0.5, 0.75].map((t) => onCurve(all, t))
}

/** A point of a Bézier curve, by halving its control polygon until one point is left. */
function onCurve(points: readonly Point[], t: number): Point {
  let level = points
  while (level.length > 1)
    level = level.slice(1).map(([x, y], at): Point => {
      const [px, py] = level[at] ?? [x, y]
      return [px + (x - px) * t, py + (y - py) * t]
    })
  return level[0] ?? [0, 0]
}

/** Points on an elliptical arc, rotation left out; the formulas are those of SVG 2, appendix B.2.4. */
function alongArc(v: number[], [x1, y1]: Point, [x2, y2]: Point): Point[] {
  let [rx, ry] = [Math.abs(v[0] ?? 0), Math.abs(v[1] ?? 0)]
  if (rx === 0 || ry === 0) return []
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2]
  const grow = Math.sqrt((hx / rx) ** 2 + (hy / ry) ** 2)
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow]
  const under = (hx / rx) ** 2 + (hy / ry) ** 2
  const root = Math.sqrt(Math.max(0, (1 - under) / (under || 1)))
  const sign = v[3] === v[4] ? -1 : 1
  const [cx, cy] = [(sign * root * rx * hy) / ry, (-sign * root * ry * hx) / rx]
  const begin = Math.atan2((hy - cy) / ry, (hx - cx) / rx)
  let sweep = Math.atan2((-hy - cy) / ry, (-hx - cx) / rx) - begin
  if (v[4] === 0 && sweep > 0) sweep -= 2 * Math.PI
  if (v[4] === 1 && sweep < 0) sweep += 2 * Math.PI
  const [mx, my] = [(x1 + x2) / 2 + cx, (y1 + y2) / 2 + cy]
  return [1, 2, 3, 4, 5, 6, 7].map((eighth): Point => {
    const angle = begin + (sweep * eighth) / 8
    return [mx + rx * Math.cos(angle), my + ry * Math.sin(angle)]
  })
}
