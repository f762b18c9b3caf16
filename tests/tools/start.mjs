// Builds the extension, starts the stand-in console and opens Chromium on it; without a display, or with --tour, walks it alone.
import { findBrowser, ignoresUnpacked } from './find-browser.mjs'

const browser = findBrowser()
if (browser && ignoresUnpacked(browser)) {
  console.error(
    `${browser} is branded Chrome, which from version 137 on ignores --load-extension: set CHROME_PATH to a Chromium, ` +
      'or open chrome://extensions, switch on developer mode and load .output/chrome-mv3 by hand.',
  )
  process.exit(1)
}
const display =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  process.env.DISPLAY ||
  process.env.WAYLAND_DISPLAY
const alone = process.argv.includes('--tour') || !display
try {
  const { buildExtension } = await import('./build.mjs')
  console.log('Building the extension …')
  const extension = buildExtension()
  if (alone) {
    const { tour } = await import('./tour.ts')
    await tour(extension, process.argv.includes('--pictures'))
  } else {
    const { showAround } = await import('./show-around.ts')
    await showAround(extension)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
