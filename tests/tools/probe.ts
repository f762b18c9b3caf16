import type { Page } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Cache, Health, Observation } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'

let bundle: Promise<string> | undefined

/** The product's own cache code as one script, to work on the extension's database inside one of its pages. */
function cacheCode(): Promise<string> {
  bundle ??= (async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      root,
      resolve: { alias: { '@': root } },
      build: {
        write: false,
        minify: false,
        lib: {
          entry: `${root}/utils/cache/index.ts`,
          formats: ['iife'],
          name: 'lensCache',
          fileName: 'cache',
        },
      },
    })
    const [output] = Array.isArray(result) ? result : [result]
    if (!output || !('output' in output)) throw new Error('the cache code did not build')
    return output.output[0].code
  })()
  return bundle
}

interface Probe {
  read(kind: KindName, account?: string): Promise<StoredRecord[]>
  ingest(observation: Observation): Promise<unknown>
  noteAccount(account: Parameters<Cache['noteAccount']>[0]): Promise<unknown>
  health(): Promise<Health[]>
  settings(): Promise<Settings>
  saveSettings(change: Parameters<Cache['saveSettings']>[0]): Promise<unknown>
}

/**
 * The extension's cache, by the extension's own code.
 * @param page an own page of the extension
 */
export async function cacheIn(page: Page): Promise<Probe> {
  // Evaluated as a whole by the debugger: the page's own policy forbids `eval`.
  const there = await page.evaluate(() => 'lensProbe' in globalThis)
  if (!there)
    await page.evaluate(
      `${await cacheCode()};globalThis.lensProbe = lensCache.openCache(); undefined`,
    )
  const call = (name: string, ...args: unknown[]): Promise<never> =>
    page.evaluate(
      async ({ name, args }) => {
        const { lensProbe } = globalThis as unknown as {
          lensProbe: Promise<Record<string, (...args: unknown[]) => Promise<unknown>>>
        }
        return (await (await lensProbe)[name]?.(...args)) as never
      },
      { name, args },
    )
  return {
    read: (kind, account) => call('read', kind, account),
    ingest: (observation) => call('ingest', observation),
    noteAccount: (account) => call('noteAccount', account),
    health: () =>
      page.evaluate(async () => {
        const { lensProbe } = globalThis as unknown as { lensProbe: Promise<Cache> }
        const live = (await lensProbe).health()
        return new Promise<Health[]>((resolve, reject) => live.subscribe(resolve, reject))
      }),
    settings: () => call('settings'),
    saveSettings: (change) => call('saveSettings', change),
  }
}

/** Everything kept of a kind. */
export async function keptRows(
  page: Page,
  kind: KindName,
  account?: string,
): Promise<StoredRecord[]> {
  return (await cacheIn(page)).read(kind, account)
}
