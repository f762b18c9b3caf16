import type { Page } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

let bundle: Promise<string> | undefined

/** The product's own cache code as one script, to read the extension's database inside one of its pages. */
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

/**
 * Everything kept of a kind, as the extension's own code reads it.
 * @param page an own page of the extension
 */
export async function keptRows(
  page: Page,
  kind: KindName,
  account?: string,
): Promise<StoredRecord[]> {
  const code = await cacheCode()
  // Evaluated as a whole by the debugger: the page's own policy forbids `eval`.
  const there = await page.evaluate(() => 'lensProbe' in globalThis)
  if (!there) await page.evaluate(`${code};globalThis.lensProbe = lensCache.openCache(); undefined`)
  return page.evaluate(
    async ({ kind, account }) => {
      const { lensProbe } = globalThis as unknown as {
        lensProbe: Promise<{ read(kind: string, account?: string): Promise<unknown> }>
      }
      return (await (await lensProbe).read(kind, account)) as never
    },
    { kind, account },
  )
}
