/**
 * Builds the two apps with Vite. Each build has a folder of its own, named after the newest source, so that
 * processes that start together neither wait for nor disturb each other.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('.', import.meta.url))
const output = fileURLToPath(new URL('../../.output/console/', import.meta.url))

const apps = { partner: '/obmgr/', customer: '/usercenter/' } as const
export type App = keyof typeof apps

/** @returns the folder with `partner/` and `customer/` */
export async function builtApps(): Promise<string> {
  const folder = join(output, String(Math.floor(await newest(sources))))
  if (existsSync(folder)) return folder
  const fresh = `${folder}-${process.pid}`
  await mkdir(fresh, { recursive: true })
  for (const app of ['partner', 'customer'] as const)
    await buildApp(join(sources, app), apps[app], join(fresh, app))
  await rename(fresh, folder).catch(async (cause: unknown) => {
    // Another process was quicker: what it built is as good.
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  })
  await removeOlder(folder)
  return folder
}

export async function buildApp(folder: string, base: string, outDir: string): Promise<void> {
  const [{ build }, { default: vue }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-vue'),
  ])
  await build({
    configFile: false,
    root: folder,
    base,
    plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
    logLevel: 'error',
    define: { 'process.env': {} },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 10_000,
      reportCompressedSize: false,
    },
  })
}

/** Web components of the console's own. */
const isCustomElement = (name: string): boolean => name.startsWith('console-')

export async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true })
  const times = entries.map(async (entry) => (await stat(join(folder, entry))).mtimeMs)
  return Math.max(...(await Promise.all(times)))
}

/** What running consoles serve they hold in memory, so old folders can go. */
async function removeOlder(kept: string): Promise<void> {
  const stale = (await readdir(output)).map((name) => join(output, name))
  await Promise.all(
    stale
      .filter((folder) => !folder.startsWith(kept) && !/-\d+$/.test(folder))
      .map((folder) => rm(folder, { recursive: true, force: true })),
  )
}
