// Where a Chromium is that takes unpacked extensions: CHROME_PATH, Playwright's cache, then the path.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** @returns {string | undefined} the executable, the first that is there */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named && existsSync(named)) return named
  return (
    fromPlaywright() ??
    fromPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
  )
}

/** Branded Chrome from 137 on ignores --load-extension. */
export function ignoresUnpacked(executable) {
  let version = ''
  try {
    version = execFileSync(executable, ['--version'], { encoding: 'utf8' })
  } catch {
    return false
  }
  const major = Number(/(\d+)\./.exec(version)?.[1] ?? 0)
  return /Google Chrome(?! for Testing)/.test(version) && major >= 137
}

function fromPlaywright() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
    }[process.platform] ??
    join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return undefined
  const inside = [
    join('chrome-linux', 'chrome'),
    join('chrome-linux64', 'chrome'),
    join('chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join('chrome-mac-arm64', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join('chrome-win', 'chrome.exe'),
    join('chrome-win64', 'chrome.exe'),
  ]
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  for (const build of builds) {
    for (const path of inside) {
      const whole = join(cache, build, path)
      if (existsSync(whole)) return whole
    }
  }
  return undefined
}

function fromPath(names) {
  const ends = process.platform === 'win32' ? ['.exe'] : ['']
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const end of ends) {
        const whole = join(folder, name + end)
        if (existsSync(whole)) return whole
      }
    }
  }
  return undefined
}
