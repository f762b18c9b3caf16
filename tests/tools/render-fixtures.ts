/**
 * Draws the cases of `rendered/cases` with the real component libraries in a real Chromium and keeps what stands in the
 * page as fixtures of recognition. Run: `tsx tests/tools/render-fixtures.ts [NAME]`, after a library was updated.
 */
import { chromium, type Page } from 'playwright-core'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findBrowser } from './find-browser.mjs'
import type { Case } from './rendered/case.ts'
import { cases } from './rendered/cases/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const folder = `${root}/tests/fixtures/recognise`

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@': root } },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: {
        entry: `${root}/tests/tools/rendered/page.ts`,
        formats: ['iife'],
        name: 'rendered',
        fileName: 'r',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the page did not build')
  return output.output[0].code
}

async function snapshot(page: Page, each: Case, code: string): Promise<string> {
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${each.lang === 'zh' ? 'zh-CN' : 'en-US'}"><head><title>${each.title}</title></head><body><div id="app"></div></body></html>`,
    }),
  )
  await page.goto(each.url)
  await page.addScriptTag({ content: code })
  await page.evaluate((drawn) => {
    ;(globalThis as unknown as { rendered: { draw(page: unknown): void } }).rendered.draw(drawn)
  }, each)
  const last = each.virtual ? each.rows[0] : each.rows.at(-1)
  await page
    .getByText((last ?? [])[0]?.split('\n')[0] ?? '', { exact: false })
    .first()
    .waitFor({ state: 'attached' })
  await page.evaluate(
    () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve(0)), 300)),
  )
  const html = await page.evaluate(() => {
    for (const each of document.querySelectorAll('script, style')) each.remove()
    return document.documentElement.outerHTML
  })
  await page.unrouteAll()
  return `<!-- url: ${each.url} -->\n<!doctype html>${html}\n`
}

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  const code = await script()
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  page.on('pageerror', (error) => console.error(error.stack))
  page.setDefaultTimeout(5000)
  for (const each of cases) {
    if (!each.name.includes(process.argv[2] ?? '')) continue
    const file = `${folder}/${each.name}.html`
    await writeFile(file, await snapshot(page, each, code))
    await writeFile(`${file}.expected.json`, `${JSON.stringify(each.expected, null, 1)}\n`)
    console.log(each.name)
  }
} finally {
  await browser.close()
}
