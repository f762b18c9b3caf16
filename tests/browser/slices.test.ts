import { chromium } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { findBrowser } from '../tools/find-browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'chrome120',
      lib: {
        entry: `${root}/tests/browser/slices-page.ts`,
        formats: ['iife'],
        name: 'slices',
        fileName: 'slices',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the page did not build')
  return output.output[0].code
}

it('reads 2,000 rows of ten columns without taking the page more than 5 ms at a stretch', async () => {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [
      '--headless=new',
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  try {
    const page = await browser.newPage()
    await page.setContent('<main></main>')
    await page.evaluate(() => {
      const cells = (row: number) =>
        Array.from(
          { length: 10 },
          (_, at) => `<td><div class="cell"><span>${row}-${at}</span></div></td>`,
        )
      const head = Array.from({ length: 10 }, (_, at) => `<th><div>列${at}</div></th>`).join('')
      const body = Array.from({ length: 2000 }, (_, row) => `<tr>${cells(row).join('')}</tr>`).join(
        '',
      )
      document.querySelector('main')!.innerHTML =
        `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
    })
    await page.addScriptTag({ content: await script() })
    const longest: number[] = []
    // Other work of the machine may stretch one reading, or some; it does not stretch them all.
    for (let time = 0; time < 40 && !(Math.min(...longest) <= 5); time++) {
      const { rows, stretches } = await page.evaluate(() =>
        (
          globalThis as unknown as {
            slices: { read(): Promise<{ rows: number; stretches: number[] }> }
          }
        ).slices.read(),
      )
      expect(rows).toBe(2000)
      expect(stretches.length).toBeGreaterThan(3)
      longest.push(Math.max(...stretches))
    }
    console.log(`longest stretches in ms: ${longest.map((ms) => ms.toFixed(1)).join(', ')}`)
    expect(Math.min(...longest)).toBeLessThanOrEqual(5)
  } finally {
    await browser.close()
  }
})
