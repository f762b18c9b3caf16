import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >
interface Locked {
  version?: string
  license?: string
  hasInstallScript?: boolean
  dev?: boolean
  optional?: boolean
}

describe('SUP-01 packages', () => {
  const lock = read('package-lock.json').packages as Record<string, Locked>
  const manifest = read('package.json') as {
    allowScripts: Record<string, boolean>
    dependencies: Record<string, string>
  }

  it('has no npm xlsx, which carries two known holes', () => {
    expect(Object.keys(lock).filter((path) => /(?:^|\/)node_modules\/xlsx$/.test(path))).toEqual([])
  })
  it('lets only named packages run install scripts', () => {
    const scripts = Object.entries(lock).filter(
      ([, each]) => each.hasInstallScript && !each.optional,
    )
    const names = scripts.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13))
    expect(
      names.filter(
        (name) =>
          manifest.allowScripts[name] === undefined && name !== 'spawn-sync' && name !== 'fsevents',
      ),
    ).toEqual([])
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])
    expect(allowed).toEqual(['node', 'esbuild'])
  })
  it('ships only packages of a free licence', () => {
    const free = /^(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|\(MIT OR .*)$/
    // graceful-fs (Blue Oak) serves the Node side of read-excel-file alone; no bundle holds it.
    const notBundled = ['node_modules/graceful-fs']
    const shipped = Object.entries(lock).filter(
      ([path, each]) => path !== '' && !each.dev && !each.optional && !notBundled.includes(path),
    )
    expect(
      shipped
        .filter(([, each]) => !free.test(each.license ?? ''))
        .map(([path, each]) => `${path} ${each.license}`),
    ).toEqual([])
  })
  it('pins what the product ships', () => {
    expect(Object.values(manifest.dependencies).filter((range) => !/^\d/.test(range))).toEqual([])
  })
})
