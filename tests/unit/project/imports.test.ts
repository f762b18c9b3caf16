import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const sources = globSync('{entrypoints,components,stores,utils,tests}/**/*.{ts,vue,mjs}', {
  cwd: root,
})
const importOf = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g

interface Import {
  from: string
  to: string
}
const imports: Import[] = sources.flatMap((file) => {
  const code = readFileSync(join(root, file), 'utf8')
  return [...code.matchAll(importOf)].flatMap(([, name = '']) => {
    const from = file.split(sep).join('/')
    if (name.startsWith('@/')) return [{ from, to: name.slice(2) }]
    if (name.startsWith('.')) {
      const to = relative(root, join(root, dirname(file), name))
      return [{ from, to: to.split(sep).join('/') }]
    }
    return []
  })
})
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const broken = (folder: string, mayNot: string[]) =>
  imports.filter(({ from, to }) => within(from, folder) && mayNot.some((each) => within(to, each)))

/** The file an import names, whose ending it leaves out. */
const known = new Set(sources.map((file) => file.split(sep).join('/')))
const fileOf = (name: string) =>
  [name, `${name}.ts`, `${name}.vue`, `${name}/index.ts`].find((file) => known.has(file))

/** The room a file stands in: a folder of `utils` (or a file beside them), or one of the folders above it. */
const roomOf = (file: string) =>
  /^(?:utils\/[^/]+|[^/]+)/.exec(file)?.[0].replace(/\.ts$/, '') ?? file

/** What reaches itself by its imports (files, or rooms), each with the others of its circle. */
function circles(placeOf: (file: string) => string = (file) => file): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const file = fileOf(to)
    if (file === undefined) continue
    const [place, other] = [placeOf(from), placeOf(file)]
    const own = next.get(place) ?? new Set()
    // A room may name itself; a file may not.
    if (place !== other || from === file) own.add(other)
    next.set(place, own)
  }
  const reachedFrom = (place: string) => {
    const reached = new Set<string>()
    const open = [...(next.get(place) ?? [])]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (reached.has(at)) continue
      reached.add(at)
      open.push(...(next.get(at) ?? []))
    }
    return reached
  }
  const reached = new Map([...next.keys()].map((place) => [place, reachedFrom(place)]))
  const found = new Map<string, string[]>()
  for (const [place, own] of reached) {
    if (!own.has(place)) continue
    const circle = [...own].filter((other) => reached.get(other)?.has(place)).sort()
    found.set(circle.join(' '), circle)
  }
  return [...found.values()]
}

describe('imports point one way', () => {
  it('reads the sources', () => expect(imports.length).toBeGreaterThan(50))
  it('files never stand in a circle, not for a type alone either', () =>
    expect(circles()).toEqual([]))
  it('nor do the rooms of the house', () => expect(circles(roomOf)).toEqual([]))
  it('utils know nothing above them', () => {
    expect(broken('utils', ['stores', 'components', 'entrypoints', 'tests'])).toEqual([])
  })
  it('stores know utils only', () => {
    expect(broken('stores', ['components', 'entrypoints', 'tests'])).toEqual([])
  })
  it('components know no entrypoint', () => {
    expect(broken('components', ['entrypoints', 'tests'])).toEqual([])
  })
  it('kinds stand at the bottom', () => {
    expect(
      broken('utils/kinds', [
        'utils/recognise',
        'utils/sources',
        'utils/cache',
        'utils/reminders',
        'utils/analytics',
      ]),
    ).toEqual([])
  })
  it('recognition knows neither cache nor sources', () => {
    expect(
      broken('utils/recognise', [
        'utils/sources',
        'utils/cache',
        'utils/reminders',
        'utils/analytics',
        'utils/messaging',
      ]),
    ).toEqual([])
  })
  it('sources do not know the cache', () => {
    expect(broken('utils/sources', ['utils/cache', 'utils/reminders', 'utils/analytics'])).toEqual(
      [],
    )
  })
  it('the worker and the content scripts import neither components nor stores', () => {
    const parts = [
      'entrypoints/background',
      'entrypoints/console.content',
      'entrypoints/hook.content.ts',
    ]
    expect(parts.flatMap((part) => broken(part, ['components', 'stores']))).toEqual([])
  })
  it('content scripts never import the cache', () => {
    expect(broken('entrypoints/console.content', ['utils/cache'])).toEqual([])
    expect(broken('utils/sources/page', ['utils/cache'])).toEqual([])
  })
  it('analytics know kinds, their own source and the form of files only', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        within(from, 'components/analytics') &&
        !within(to, 'components/analytics') &&
        !within(to, 'utils/kinds') &&
        !within(to, 'utils/files') &&
        !within(to, 'utils/analytics'),
    )
    expect(strays).toEqual([])
  })
  it('the stand-in console knows nothing of the product', () => {
    expect(broken('tests/console', ['utils', 'stores', 'components', 'entrypoints'])).toEqual([])
  })
})
