/**
 * The popup and the side panel as the browser opens them: `open.popup` and `open.sidepanel` (from the call to painted
 * coupons, against a page of bare HTML), `open.popupOwn` (from its document to painted coupons, against a bare Vue popup).
 * Run: `npm run --silent bench -- open`.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { fillPartner } from '../browser/partner.ts'
import { acceptCapture } from '../browser/world.ts'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { scriptOf } from '../tools/script-of.ts'
import { aside, median, spread } from './figures.ts'

const rounds = Number(process.env.ROUNDS ?? 15)
const size = { customers: 300, resources: 3000, coupons: 2000, months: 1 }

const plain = (body: string) =>
  `<!doctype html><meta charset="utf-8"><script src="painted.js"></script>${body}`
const html = plain('<ul><li data-testid="holder-own">voucher 1200.50 CNY</li></ul>')

/** The extension as built, each page of it that is timed with a script that says when, and the references beside. */
async function withReferences(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-lens-bench-'))
  cpSync(buildExtension(), folder, { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('painted.js', (await scriptOf('tests/bench/references/painted.ts', 'painted')).code)
  const { code } = await scriptOf('tests/bench/references/bare-popup.ts', 'bare')
  write('bare.js', code)
  write('bare-vue.html', plain('<div id="app"></div><script defer src="bare.js"></script>'))
  write('bare.html', html)
  for (const name of ['popup.html', 'sidepanel.html']) {
    const page = readFileSync(join(folder, name), 'utf8')
    write(`timed-${name}`, page.replace('<head>', '<head><script src="/painted.js"></script>'))
  }
  return folder
}

/** The compiler gives names to functions inside those that are sent elsewhere. */
const named = 'globalThis.__name ??= (named) => named'

interface Times {
  /** From the call, and from the page's own start, to painted; ms. */
  call: number
  own: number
}

async function popup(lens: Lens, over: Page, path: string): Promise<Times> {
  await over.bringToFront()
  const [worker] = lens.context.serviceWorkers()
  if (!worker) throw new Error('no worker')
  await worker.evaluate(named)
  return worker.evaluate(async (path) => {
    await chrome.action.setPopup({ popup: path })
    let began = 0
    const seen = new Promise<Times>((resolve) => {
      const hear = (message: { painted?: { at: number; own: number } }) => {
        const { painted } = message
        if (!painted) return
        chrome.runtime.onMessage.removeListener(hear)
        resolve({ call: painted.at - began, own: painted.own })
      }
      chrome.runtime.onMessage.addListener(hear)
    })
    began = performance.timeOrigin + performance.now()
    await chrome.action.openPopup()
    const times = await seen
    // The next one may only open once this one has closed.
    await new Promise((resolve) => setTimeout(resolve, 400))
    return times
  }, path)
}

/** Not yet among the names TypeScript knows. */
interface Closing {
  close(of: { windowId: number }): Promise<void>
}

/** A panel is opened by a press only; `own` is a page with the button for it. */
async function panel(own: Page, path: string): Promise<Times> {
  await own.evaluate(async (path) => {
    // Of the same address the browser would show the page it still has.
    await chrome.sidePanel.setOptions({ path: `${path}?${Date.now()}`, enabled: true })
    const { id } = await chrome.windows.getCurrent()
    const button = document.querySelector('#bench') ?? document.createElement('button')
    button.id = 'bench'
    document.body.replaceChildren(button)
    const state = globalThis as { times?: Promise<Times> }
    state.times = new Promise((resolve) => {
      let began = 0
      const hear = (message: { painted?: { at: number; own: number } }) => {
        const { painted } = message
        if (!painted) return
        chrome.runtime.onMessage.removeListener(hear)
        resolve({ call: painted.at - began, own: painted.own })
      }
      chrome.runtime.onMessage.addListener(hear)
      const press = () => {
        began = performance.timeOrigin + performance.now()
        void chrome.sidePanel.open({ windowId: id ?? 0 })
      }
      button.addEventListener('click', press, { once: true })
    })
  }, path)
  await own.click('#bench', { force: true })
  const times = await own.evaluate(() => (globalThis as { times?: Promise<Times> }).times)
  // While it still slides in it would come back; and the next one is a new page only once this one has closed.
  await own.waitForTimeout(500)
  await own.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent()
    await (chrome.sidePanel as unknown as Closing).close({ windowId: id ?? 0 })
  })
  await own.waitForFunction(
    async () =>
      (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] })).length === 0,
  )
  await own.waitForTimeout(400)
  return times ?? { call: Number.NaN, own: Number.NaN }
}

function say(name: string, ours: number[], again: number[], reference: number[]): void {
  const [left, right] = [median(ours), median(reference)]
  const twin = (median(again) / left).toFixed(3)
  aside(
    `${name}: ours ${spread(ours)}, again ${spread(again)} (A/A ${twin}), reference ${spread(reference)}, ${rounds} rounds`,
  )
  console.log(
    JSON.stringify({ name, ours: left, reference: right, ratio: left / right, unit: 'ms' }),
  )
}

type Sides = Record<'ours' | 'again' | 'html' | 'vue', string>
async function measured(
  sides: Partial<Sides>,
  open: (path: string) => Promise<Times>,
): Promise<Record<string, Times[]>> {
  const all: Record<string, Times[]> = {}
  // The first of each is not counted.
  for (let round = 0; round <= rounds; round += 1)
    for (const [side, path] of Object.entries(sides).sort(() => Math.random() - 0.5)) {
      const times = await open(path)
      if (round > 0) (all[side] ??= []).push(times)
    }
  return all
}

async function main(names: readonly string[]): Promise<void> {
  const wants = (name: string) => names.length === 0 || names.includes(name)
  const lens = await startLens({ port: 9, extension: await withReferences() })
  await lens.context.addInitScript(named)
  try {
    await acceptCapture(lens)
    await fillPartner(lens, size)
    const own = await lens.open('options.html')
    await own.bringToFront()
    const of = (times: Times[] | undefined, what: keyof Times) =>
      (times ?? []).map((each) => each[what])
    if (wants('open.popup') || wants('open.popupOwn')) {
      const timed = 'timed-popup.html'
      const sides = { ours: timed, again: timed, html: 'bare.html', vue: 'bare-vue.html' }
      const seen = await measured(sides, (path) => popup(lens, own, path))
      const { ours, again } = seen
      if (wants('open.popup'))
        say('open.popup', of(ours, 'call'), of(again, 'call'), of(seen.html, 'call'))
      if (wants('open.popupOwn'))
        say('open.popupOwn', of(ours, 'own'), of(again, 'own'), of(seen.vue, 'own'))
    }
    if (wants('open.sidepanel')) {
      const timed = 'timed-sidepanel.html'
      const sides = { ours: timed, again: timed, html: 'bare.html' }
      const { ours, again, html } = await measured(sides, (path) => panel(own, path))
      say('open.sidepanel', of(ours, 'call'), of(again, 'call'), of(html, 'call'))
    }
  } finally {
    await lens.close()
  }
}

await main(process.argv.slice(2))
