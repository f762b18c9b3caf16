/** The apps' files, and the small script that tells an app in which words to speak. */
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { App } from './build.ts'
import type { World } from './world.ts'

const types: Record<string, string> = {
  '.html': 'text/html;charset=UTF-8',
  '.js': 'text/javascript;charset=UTF-8',
  '.css': 'text/css;charset=UTF-8',
  '.svg': 'image/svg+xml',
}

/** What an app is told before it starts. It comes as a script, so that no answer explains the console. */
export interface Boot {
  wording: string
  locale: 'zh-cn' | 'en-us'
  currency: 'CNY' | 'USD'
  intl: boolean
  now: number
}

export const bootScript = (boot: Boot): string => `window.bootOfConsole = ${JSON.stringify(boot)}\n`

export function bootOf(world: World, intl: boolean, locale: string | null): Boot {
  return {
    wording: world.wording.id,
    locale: locale === 'en-us' || (intl && locale !== 'zh-cn') ? 'en-us' : 'zh-cn',
    currency: intl ? 'USD' : 'CNY',
    intl,
    now: world.clock.now(),
  }
}

export async function serveDocument(
  folder: string,
  app: App,
  boot: Boot,
  response: ServerResponse,
): Promise<void> {
  const html = await readFile(join(folder, app, 'index.html'), 'utf8')
  const lang = boot.locale === 'en-us' ? 'en' : 'zh-CN'
  response.writeHead(200, { 'content-type': types['.html'], 'cache-control': 'no-store' })
  response.end(
    html
      .replace('<html', `<html lang="${lang}"`)
      .replace('<!-- boot -->', `<script>${bootScript(boot)}</script>`),
  )
}

export async function serveAsset(
  folder: string,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const file = normalize(path)
    .replace(/^\/obmgr\//, 'partner/')
    .replace(/^\/usercenter\//, 'customer/')
  try {
    const content = await readFile(join(folder, file))
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}
