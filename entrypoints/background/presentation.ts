import { presenting, presentingKey, type Presenting } from '@/utils/masking/presenting'
import { consoleOrigins } from '@/utils/messaging/senders'
import { showBadge } from './badge'
import { coverId, originsNow } from './origins'
import { everyTab } from './tabs'

const [fromManifest] = consoleOrigins

/** As a page that begins is told. */
export async function presentingNow(): Promise<{ presenting?: { amounts: boolean } }> {
  const { on, amounts } = await presenting()
  return on ? { presenting: { amounts } } : {}
}

let last: Promise<unknown> = Promise.resolve()
/** One change after the other: what a start finds must not undo what is being switched. */
function inTurn(change: () => Promise<void>): Promise<void> {
  const next = last.then(change)
  last = next.catch(() => {})
  return next
}

/** Switches presentation mode; the cover comes before anything that takes time. */
export const present = (next: Presenting): Promise<void> =>
  inTurn(async () => {
    await everyTab({ order: 'present', ...next })
    await cover(next)
    await chrome.storage.local.set({ [presentingKey]: next })
  })

/** Makes style sheets and badge equal to what was switched: after a start, an update, another origin too. */
export const followPresenting = (): Promise<void> => inTurn(async () => cover(await presenting()))

async function cover({ on, amounts }: Presenting): Promise<void> {
  if (on) await register(amounts)
  else await chrome.scripting.unregisterContentScripts({ ids: [coverId] }).catch(() => {})
  const target = { allFrames: true }
  for (const tab of await chrome.tabs.query({ url: matches() })) {
    const sheets = { target: { tabId: tab.id ?? -1, ...target }, origin: 'USER' } as const
    const change = on ? chrome.scripting.insertCSS : chrome.scripting.removeCSS
    // Tabs that are about to go reject.
    await change({ ...sheets, files: ['cover.css'] }).catch(() => {})
  }
  showBadge({ presenting: on })
}

/**
 * Pages that begin from now on are covered from their first frame on. It comes before those that are open are looked
 * for, and is never taken away to be set anew: a page that began in between would stand bare.
 */
async function register(amounts: boolean): Promise<void> {
  const script: chrome.scripting.RegisteredContentScript = {
    id: coverId,
    css: ['cover.css', ...(amounts ? ['cover-amounts.css'] : [])],
    matches: matches(),
    allFrames: true,
    runAt: 'document_start',
    persistAcrossSessions: true,
  }
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [coverId] })
  if (known.length > 0) await chrome.scripting.updateContentScripts([script])
  else await chrome.scripting.registerContentScripts([script])
}

const matches = () => [fromManifest, ...originsNow()].map((origin) => `${origin}/*`)

/** One key switches; another shows the user's own columns of the page in front. */
export function followKeys(showMine: () => Promise<void>): void {
  chrome.commands.onCommand.addListener((command) => {
    if (command === 'presentation') void toggle()
    if (command === 'reveal-mine') void showMine()
  })
}
export async function toggle(): Promise<void> {
  const now = await presenting()
  await present({ ...now, on: !now.on })
}
