// Installs what is missing, with nothing but Node: packages by the lock file, and a browser where one is needed.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = statSync(join(root, 'package-lock.json')).mtimeMs
  if (existsSync(installed) && statSync(installed).mtimeMs >= wanted) return
  console.log('Installing packages (npm ci) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) fail('npm ci did not succeed: see its message above.')
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

async function installBrowser() {
  const { findBrowser } = await import(
    pathToFileURL(join(root, 'tests', 'tools', 'find-browser.mjs')).href
  )
  if (findBrowser()) return
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get') && !process.env.DISPLAY) {
    console.log('No Chromium found: installing it with apt-get (chromium, fonts-noto-cjk) …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    if (findBrowser()) return
  }
  console.log('No Chromium found: asking Playwright to download one …')
  try {
    const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
  } catch {
    // Said below in one sentence.
  }
  if (!findBrowser()) {
    fail(
      'No Chromium was found and none could be installed: install Chromium (not branded Chrome) and set CHROME_PATH to it.',
    )
  }
}

installPackages()
await installBrowser()
