import type { Cache } from '@/utils/cache/types'
import { consoleOrigins } from '@/utils/messaging/senders'
import { offerFindOn } from './menus'

const [fromManifest] = consoleOrigins
let known: string[] = []

/** Origins beside the console's own on which the user switched Partner Lens on, as known in this life of the worker. */
export const originsNow = (): readonly string[] => known

export async function rememberOrigins(cache: Cache): Promise<void> {
  known = (await cache.settings()).origins
  offerFindOn(known)
}

/** Presentation mode has a registration of its own. */
export const coverId = 'cover'

const idOf = (origin: string, part: string) => `${part}:${origin}`

/**
 * Makes the registered content scripts equal to what the user switched on and the browser still permits; tabs that are
 * open already are served at once, without a reload.
 */
export async function followOrigins(cache: Cache): Promise<void> {
  await rememberOrigins(cache)
  const wanted: string[] = []
  for (const origin of known) {
    if (
      origin !== fromManifest &&
      (await chrome.permissions.contains({ origins: [`${origin}/*`] }))
    )
      wanted.push(origin)
  }
  const present = await chrome.scripting.getRegisteredContentScripts()
  const keep = new Set(wanted.flatMap((origin) => [idOf(origin, 'hook'), idOf(origin, 'console')]))
  const gone = present.map(({ id }) => id).filter((id) => !keep.has(id) && id !== coverId)
  if (gone.length > 0) await chrome.scripting.unregisterContentScripts({ ids: gone })
  const have = new Set(present.map(({ id }) => id))
  for (const origin of wanted) {
    if (have.has(idOf(origin, 'console'))) continue
    await chrome.scripting.registerContentScripts(scriptsFor(origin))
    await injectNow(origin)
  }
}

function scriptsFor(origin: string): chrome.scripting.RegisteredContentScript[] {
  const common = {
    matches: [`${origin}/*`],
    runAt: 'document_start',
    allFrames: true,
    persistAcrossSessions: true,
  } as const
  return [
    {
      ...common,
      matches: [...common.matches],
      id: idOf(origin, 'hook'),
      js: ['content-scripts/hook.js'],
      world: 'MAIN',
    },
    {
      ...common,
      matches: [...common.matches],
      id: idOf(origin, 'console'),
      js: ['content-scripts/console.js'],
    },
  ]
}

async function injectNow(origin: string): Promise<void> {
  for (const tab of await chrome.tabs.query({ url: `${origin}/*` })) {
    if (tab.id === undefined) continue
    const target = { tabId: tab.id, allFrames: true }
    await chrome.scripting
      .executeScript({ target, files: ['content-scripts/console.js'] })
      .catch(() => {})
    await chrome.scripting
      .executeScript({ target, files: ['content-scripts/hook.js'], world: 'MAIN' })
      .catch(() => {})
  }
}
