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

describe('imports point one way', () => {
  it('reads the sources', () => expect(imports.length).toBeGreaterThan(50))
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
