/** The page of eyes in every form: built when it is first asked for, because few tests need its libraries. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Assets, loadFolder } from './assets.ts'
import { buildApp, newest } from './build.ts'

export const eyesPath = '/obmgr/eyes/'
const sources = fileURLToPath(new URL('.', import.meta.url))
const output = fileURLToPath(new URL('../../.output/console-eyes/', import.meta.url))

let loaded: Promise<Assets> | undefined
export const eyesAssets = (): Promise<Assets> => (loaded ??= load())

async function load(): Promise<Assets> {
  const folder = join(output, String(Math.floor(await newest(sources))))
  if (!existsSync(folder)) {
    const fresh = `${folder}-${process.pid}`
    await mkdir(output, { recursive: true })
    await buildApp(join(sources, 'eyes'), eyesPath, fresh)
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  }
  return loadFolder(folder, eyesPath)
}
