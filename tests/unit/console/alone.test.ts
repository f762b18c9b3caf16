import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../console/', import.meta.url))

it('imports nothing of the product', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|vue)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(40)
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      expect(name, file).not.toMatch(/^[@#~]\/|^#imports|^wxt/)
      if (!name.startsWith('.')) continue
      const target = relative(root, resolve(root, dirname(file), name))
      expect(target.startsWith('..'), `${file} reaches out to ${name}`).toBe(false)
    }
  }
})
