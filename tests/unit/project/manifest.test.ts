import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../tools/build.mjs'

interface Manifest {
  permissions: string[]
  content_scripts: { matches: string[]; world?: string; js: string[] }[]
  content_security_policy: { extension_pages: string }
  web_accessible_resources?: unknown
}

describe('SUP-02 the built package', () => {
  let folder: string
  let manifest: Manifest
  beforeAll(() => {
    folder = buildExtension()
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  }, 120_000)

  it('has the reviewed manifest', () => {
    expect(manifest).toMatchSnapshot()
  })
  it('makes no file of ours reachable from the page', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([])
  })
  it('allows no script but its own', () => {
    const policy = manifest.content_security_policy.extension_pages
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
  })
  it('holds no eval, no remote script, no test hook', () => {
    const scripts = globSync('**/*.js', { cwd: folder })
    expect(scripts.length).toBeGreaterThan(3)
    for (const name of scripts) {
      const code = readFileSync(join(folder, name), 'utf8')
      expect(code, name).not.toMatch(/\beval\s*\(|importScripts|new Function\s*\(/)
      expect(code, name).not.toMatch(/<script[^>]+src=["']?https?:/)
      expect(code, name).not.toMatch(/partner-lens-fault/)
    }
  })
  it('has its icons and both languages', () => {
    for (const size of [16, 32, 48, 96, 128])
      expect(existsSync(join(folder, `icon/${size}.png`)), `${size}`).toBe(true)
    for (const language of ['zh_CN', 'en'])
      expect(existsSync(join(folder, `_locales/${language}/messages.json`))).toBe(true)
  })
})
