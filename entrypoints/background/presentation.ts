import { presentingKey, type Presenting } from '@/utils/masking/presenting'
import { consoleOrigins } from '@/utils/messaging/senders'
import { showBadge } from './badge'
import { coverId, originsNow } from './origins'
import { everyTab } from './tabs'

const [fromManifest] = consoleOrigins

export async function presenting(): Promise<Presenting> {
  const { [presentingKey]: kept } = await chrome.storage.local.get(presentingKey)
  return (kept as Presenting | undefined) ?? { on: false, amounts: false }
}

/** As a page that begins is told. */
export async function presentingNow(): Promise<{ presenting?: { amounts: boolean } }> {
  const { on, amounts } = await presenting()
  return on ? { presenting: { amounts } } : {}
}

/** Switches presentation mode; the cover comes before anything that takes time. */
export async function present(next: Presenting): Promise<void> {
  await everyTab({ order: 'present', ...next })
  await cover(next)
  await chrome.storage.local.set({ [presentingKey]: next })
}

/** Makes style sheets and badge equal to what was switched: after a start, an update, another origin too. */
export async function followPresenting(): Promise<void> {
  await cover(await presenting())
}

async function cover({ on, amounts }: Presenting): Promise<void> {
  const css = ['cover.css', ...(amounts ? ['cover-amounts.css'] : [])]
  const target = { allFrames: true }
  for (const tab of await chrome.tabs.query({ url: matches() })) {
    const sheets = { target: { tabId: tab.id ?? -1, ...target }, origin: 'USER' } as const
    const change = on ? chrome.scripting.insertCSS : chrome.scripting.removeCSS
    // Tabs that are about to go reject.
    await change({ ...sheets, files: ['cover.css'] }).catch(() => {})
  }
  await chrome.scripting.unregisterContentScripts({ ids: [coverId] }).catch(() => {})
  if (on)
    await chrome.scripting.registerContentScripts([
      {
        id: coverId,
        css,
        matches: matches(),
        allFrames: true,
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ])
  showBadge({ presenting: on })
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
