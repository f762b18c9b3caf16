// Builds the extension when a source is newer than what was built.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const sources = [
  '{entrypoints,components,stores,utils,public}/**/*',
  'wxt.config.ts',
  'package-lock.json',
]

/**
 * @param {'production' | 'fault'} mode
 * @returns {string} the folder of the unpacked extension
 */
export function buildExtension(mode = 'production') {
  const folder = join(root, '.output', mode === 'fault' ? 'chrome-mv3-fault' : 'chrome-mv3')
  const manifest = join(folder, 'manifest.json')
  const newest = globSync(sources, { cwd: root }).reduce(
    (latest, file) => Math.max(latest, statSync(join(root, file)).mtimeMs),
    0,
  )
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return folder
  const args = ['build', ...(mode === 'fault' ? ['--mode', 'fault'] : [])]
  const built = spawnSync(join(root, 'node_modules', '.bin', 'wxt'), args, {
    cwd: root,
    encoding: 'utf8',
    // A test runner's own NODE_ENV would build the slow, large Vue.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  })
  if (built.status !== 0)
    throw new Error(`wxt ${args.join(' ')} failed:\n${built.stdout}\n${built.stderr}`)
  return folder
}
