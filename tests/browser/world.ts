import type { Page } from 'playwright-core'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens, type LensOptions } from '../tools/chromium.ts'
import { startConsole } from '../console/server.ts'

export type Console = Awaited<ReturnType<typeof startConsole>>

/** A partner's desk: the stand-in console and a Chromium with the extension on it. */
export interface World extends AsyncDisposable {
  console: Console
  lens: Lens
}

export async function startWorld(
  options: Partial<LensOptions> & {
    mode?: 'production' | 'fault'
    accept?: boolean
    console?: Parameters<typeof startConsole>[0]
  } = {},
): Promise<World> {
  const { mode = 'production', accept = true, console: consoleOptions, ...rest } = options
  const extension = buildExtension(mode)
  const console = await startConsole(consoleOptions)
  const lens = await startLens({ ...rest, port: console.port, extension })
  if (accept) await acceptCapture(lens)
  return {
    console,
    lens,
    async [Symbol.asyncDispose]() {
      await lens.close()
      await console.stop()
    },
  }
}

/** What a partner does once: reads the welcome page and accepts. */
export async function acceptCapture(lens: Lens): Promise<void> {
  const page = await lens.open('welcome.html')
  await page
    .getByRole('button', { name: /接受|同意|Accept/ })
    .first()
    .click()
  await page
    .getByText(/已开启|已接受|已启用|is on|accepted/i)
    .first()
    .waitFor()
  await page.close()
}

/** Rows of a kind as one of our own pages reads them from the extension's database. */
export interface KeptRow {
  key: string
  account: string
  source: string
  observedAt: number
  goneAt?: number
  fields: Record<string, unknown>
}

export const partnerHome = 'https://account.huaweicloud.com/obmgr/#/obmgr/index'

export async function openConsole(lens: Lens, url = partnerHome): Promise<Page> {
  const page = await lens.context.newPage()
  await page.goto(url)
  return page
}
