/** Builds the two apps with Vite, when their sources are newer than what was built last. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const sources = fileURLToPath(new URL('.', import.meta.url))
const output = fileURLToPath(new URL('../../.output/console/', import.meta.url))

const apps = { partner: '/obmgr/', customer: '/usercenter/' } as const
export type App = keyof typeof apps

/** @returns the folder with `partner/` and `customer/` */
export async function builtApps(): Promise<string> {
  if (existsSync(output) && (await newest(sources)) < (await stat(output)).mtimeMs) return output
  const fresh = `${output.slice(0, -1)}-${process.pid}`
  await mkdir(fresh, { recursive: true })
  for (const app of ['partner', 'customer'] as const) await buildApp(app, join(fresh, app))
  await rm(output, { recursive: true, force: true })
  await rename(fresh, output).catch(async (cause: unknown) => {
    // Another process was quicker: what it built is as good.
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(output)) throw cause
  })
  await utimes(output, new Date(), new Date())
  return output
}

async function buildApp(app: App, outDir: string): Promise<void> {
  const [{ build }, { default: vue }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-vue'),
  ])
  await build({
    configFile: false,
    root: join(sources, app),
    base: apps[app],
    plugins: [vue()],
    logLevel: 'error',
    define: { 'process.env': {}, __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 10_000,
      reportCompressedSize: false,
    },
  })
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true })
  const times = await Promise.all(
    entries.map(async (entry) => (await stat(join(folder, entry))).mtimeMs),
  )
  return Math.max(...times)
}
