import { cpSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startConsole, type Console, type ConsoleOptions } from '../console/server.ts'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens, type LensOptions } from '../tools/chromium.ts'
import { partnerHome, settled, watched } from '../tools/walk.ts'

export type { Console, Lens }

/** A partner's desk: the stand-in console and a Chromium with the extension on it. */
export interface World {
  desk: Console
  lens: Lens
  [Symbol.asyncDispose](): Promise<void>
}

export interface WorldOptions extends Partial<Omit<LensOptions, 'port'>> {
  mode?: 'production' | 'fault'
  /** Accept what is read and kept, as a partner does once; true by default. */
  accept?: boolean
  desk?: ConsoleOptions
  /** Permissions and hosts as if the user had granted them: a prompt cannot be pressed without a window. */
  granted?: { permissions?: string[]; hosts?: string[] }
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const {
    mode = 'production',
    accept = true,
    desk: deskOptions,
    granted: grants,
    ...rest
  } = options
  const built = buildExtension(mode)
  const extension = grants ? withGranted(built, grants) : built
  const desk = await startConsole(deskOptions)
  const lens = await startLens({ extension, ...rest, port: desk.port })
  if (accept) await acceptCapture(lens)
  return {
    desk,
    lens,
    async [Symbol.asyncDispose]() {
      await lens.close()
      await desk.stop()
    },
  }
}

const granted = new Map<string, string>()
/** The same build with optional permissions moved to the required ones, nothing else changed. */
export function withGranted(
  extension: string,
  { permissions = [], hosts = [] }: NonNullable<WorldOptions['granted']>,
): string {
  // The same folder for the same grants: an unpacked extension's id, and so its database, follows its folder.
  const key = JSON.stringify([extension, permissions, hosts])
  const known = granted.get(key)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'partner-lens-granted-'))
  granted.set(key, folder)
  cpSync(extension, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>
  const add = (to: string, values: string[]) =>
    (manifest[to] = [...(manifest[to] ?? []), ...values])
  const drop = (from: string, values: string[]) =>
    (manifest[from] = (manifest[from] ?? []).filter((each) => !values.includes(each)))
  add('permissions', permissions)
  drop('optional_permissions', permissions)
  add('host_permissions', hosts)
  writeFileSync(file, JSON.stringify(manifest))
  return folder
}

/** What a partner does once: reads the welcome page and accepts. */
export async function acceptCapture(lens: Lens): Promise<void> {
  const page = await lens.open('welcome.html')
  await page.getByTestId('accept').click()
  await page.getByTestId('accepted').waitFor()
  await page.close()
}

/** A tab of the console whose open questions are counted from the start. */
export async function openConsole(lens: Lens, url = partnerHome): Promise<Page> {
  const page = watched(await lens.context.newPage())
  await page.goto(url)
  await settled(page)
  return page
}

/** Ends the browser as a power cut would; the profile names its process. */
export async function cut(lens: Lens): Promise<void> {
  const pid = Number(readlinkSync(join(lens.profile, 'SingletonLock')).split('-').at(-1))
  const gone = new Promise((resolve) => lens.context.once('close', resolve))
  process.kill(pid, 'SIGKILL')
  await gone
}

/** Asks again until the answer holds; fails with the last difference after `patienceMs`. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (value: T) => boolean,
  patienceMs = 15_000,
): Promise<T> {
  const end = Date.now() + patienceMs
  let value = await look()
  while (!holds(value)) {
    if (Date.now() > end)
      throw new Error(`still ${JSON.stringify(value)?.slice(0, 500)} after ${patienceMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    value = await look()
  }
  return value
}

/** Sends a message to the worker as one of our own pages does. */
export function askFrom(
  own: Page,
  name: string,
  message: unknown,
): Promise<{ ok: boolean; answer?: unknown } | undefined> {
  return own.evaluate(({ name, message }) => chrome.runtime.sendMessage({ name, message }), {
    name,
    message,
  }) as never
}
