/** The apps' files, and the small script that tells an app in which words to speak. */
import { readdir, readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { World } from './world.ts'

const types: Record<string, string> = {
  '.html': 'text/html;charset=UTF-8',
  '.js': 'text/javascript;charset=UTF-8',
  '.css': 'text/css;charset=UTF-8',
  '.svg': 'image/svg+xml',
}

/** File contents by the path they are asked for. */
export type Assets = Map<string, Buffer>

export async function loadAssets(folder: string): Promise<Assets> {
  const assets: Assets = new Map()
  for (const [app, base] of [
    ['partner', '/obmgr/'],
    ['customer', '/usercenter/'],
  ] as const) {
    for (const [path, content] of await loadFolder(join(folder, app), base))
      assets.set(path, content)
  }
  return assets
}

export async function loadFolder(folder: string, base: string): Promise<Assets> {
  const assets: Assets = new Map()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    assets.set(base + file.slice(folder.length + 1), await readFile(file))
  }
  return assets
}

/** What an app is told before it starts. It comes as a script, so that no answer explains the console. */
export interface Boot {
  wording: string
  locale: 'zh-cn' | 'en-us'
  currency: 'CNY' | 'USD'
  intl: boolean
  now: number
}

export function bootOf(world: World, intl: boolean, locale: string | null): Boot {
  return {
    wording: world.wording.id,
    locale: locale === 'en-us' || (intl && locale !== 'zh-cn') ? 'en-us' : 'zh-cn',
    currency: intl ? 'USD' : 'CNY',
    intl,
    now: world.clock.now(),
  }
}

export function serveDocument(
  assets: Assets,
  base: string,
  boot: Boot,
  response: ServerResponse,
): void {
  const html = assets.get(`${base}index.html`)?.toString('utf8') ?? ''
  const lang = boot.locale === 'en-us' ? 'en' : 'zh-CN'
  const script = `<script>window.bootOfConsole = ${JSON.stringify(boot)}</script>`
  response.writeHead(200, { 'content-type': types['.html'], 'cache-control': 'no-cache' })
  response.end(html.replace('<html', `<html lang="${lang}"`).replace('<!-- boot -->', script))
}

export function serveAsset(assets: Assets, path: string, response: ServerResponse): void {
  const content = assets.get(path)
  if (content === undefined) {
    response.writeHead(404).end()
    return
  }
  const type = types[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type }).end(content)
}
