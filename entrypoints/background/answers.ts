import type { Cache } from '@/utils/cache/types'
import { AccessError } from '@/utils/errors'
import type { Answers, MessageOf, Order, PageFacts } from '@/utils/messaging/protocol'
import type { Handlers, Sender } from '@/utils/messaging/router'
import type { Settings } from '@/utils/settings'
import { accountOf, tablesOfAnswer } from '@/utils/sources/answers'
import { noteHint, noteUnknown, siteOf, unknownAccount } from './account'
import { openExportPage } from './export-page'
import { contextOf, keepTable, noteProblem, type Seen } from './keep'
import { followOrigins, originsNow } from './origins'
import { showTest } from './remind'
import { changeTab, frontTab, knownTab, stateOf } from './tabs'

interface Parts {
  cache: () => Promise<Cache>
  openPanel: (tab: chrome.tabs.Tab | undefined) => Promise<void>
}

/** What each message does. Whoever may send it was checked at the door. */
export function handlers({ cache, openPanel }: Parts): Handlers {
  const accepted = async () => {
    const opened = await cache()
    const settings = await opened.settings()
    if (settings.acceptedAt === undefined)
      throw new AccessError('not accepted yet', { place: 'capture' })
    return opened
  }
  const seenBy = async (
    opened: Cache,
    sender: Sender,
    page: PageFacts,
    rest: Pick<Seen, 'id' | 'source' | 'seenAt'>,
  ): Promise<Seen> => {
    const tab = await knownTab(sender.tab?.id ?? -1)
    const site = siteOf(page.url)
    const account = tab?.account ?? unknownAccount(site)
    if (tab?.account === undefined) await noteUnknown(opened, site, sender.documentId ?? '')
    return { ...rest, account, page, origins: originsNow() }
  }
  const tell = async (tabId: number, order: Order) =>
    (await chrome.tabs.sendMessage(tabId, order)) as unknown

  return {
    'page.seen': async ({ page }, sender) => {
      const settings = await (await cache()).settings()
      const tabId = sender.tab?.id
      if (tabId !== undefined && sender.frameId === 0)
        await notePage(tabId, sender.documentId ?? '', page)
      return startOf(settings)
    },
    'answer.seen': async ({ id, page, requestUrl, seenAt, body }, sender) => {
      const opened = await accepted()
      const hint = accountOf(body)
      if (hint && sender.tab?.id !== undefined) {
        await noteHint(opened, hint, page.url, sender.tab.id, sender.documentId ?? '')
      }
      const seen = await seenBy(opened, sender, page, { id, source: 'capture', seenAt })
      const { tables, problem } = tablesOfAnswer(body, contextOf(seen, { requestUrl }))
      if (problem) await noteProblem(opened, seen, problem)
      let kept = 0
      let useful = hint !== undefined
      for (const [part, table] of tables.entries()) {
        const result = await keepTable(opened, table, seen, part)
        kept += result.kept
        useful ||= result.useful
      }
      return { kept, useful }
    },
    'table.seen': async (
      { id, page, seenAt, columns, rows, total, pageNumber, pageSize },
      sender,
    ) => {
      const opened = await accepted()
      const seen = await seenBy(opened, sender, page, { id, source: 'page', seenAt })
      const at =
        pageNumber === undefined
          ? undefined
          : { number: pageNumber, ...(pageSize === undefined ? {} : { size: pageSize }) }
      const context = contextOf(seen, {
        ...(total === undefined ? {} : { total }),
        ...(at === undefined ? {} : { page: at }),
      })
      const { kept } = await keepTable(opened, { columns, rows, context }, seen, 0)
      return { kept }
    },
    'masking.changed': async ({ columns }, sender) => {
      if (sender.tab?.id !== undefined) {
        await changeTab(
          sender.tab.id,
          (tab) =>
            tab && { ...tab, columns: { ...tab.columns, [String(sender.frameId)]: columns } },
        )
      }
      return {}
    },
    'page.problem': async ({ page, problem }, sender) => {
      const opened = await accepted()
      const seen = await seenBy(opened, sender, page, {
        id: crypto.randomUUID(),
        source: 'page',
        seenAt: Date.now(),
      })
      await noteProblem(opened, seen, problem)
      return {}
    },
    'panel.open': async (_message, sender) => {
      await openPanel(sender.tab)
      return {}
    },
    'launcher.moved': async ({ x, y }) => {
      await (await accepted()).saveSettings({ launcherAt: { x, y } })
      return {}
    },
    'launcher.hidden': async () => {
      await (await accepted()).saveSettings({ launcherHidden: true })
      return {}
    },
    'tab.state': async ({ windowId }) => stateOf(await frontTab(windowId)),
    'masking.set': async ({ tabId, column, shown }) => {
      const columns = (await tell(tabId, { order: 'masking.set', column, shown })) as
        Answers['masking.set']['columns'] | undefined
      return { columns: columns ?? [] }
    },
    'settings.changed': async () => {
      const opened = await cache()
      await tellAll(startOf(await opened.settings()))
      return {}
    },
    'origins.changed': async () => {
      await followOrigins(await cache())
      return {}
    },
    'forget.everything': async () => {
      await (await cache()).forgetEverything()
      await chrome.storage.session.clear()
      await chrome.alarms.clearAll()
      await followOrigins(await cache())
      await everyTab({ order: 'stop' })
      return {}
    },
    'reminder.test': async () => {
      await showTest(await cache())
      return {}
    },
    'export.open': async ({ taskId }: MessageOf<'export.open'>) => {
      await openExportPage(await cache(), taskId)
      return {}
    },
  }
}

/** A new document forgets who was signed in before: the console says it again. */
async function notePage(tabId: number, documentId: string, page: PageFacts): Promise<void> {
  await changeTab(tabId, (tab) =>
    tab?.documentId === documentId
      ? { ...tab, page, columns: placeChanged(tab.page, page) ? {} : tab.columns }
      : { documentId, page, columns: {} },
  )
}
const placeChanged = (before: PageFacts, after: PageFacts) => before.url !== after.url

function startOf(settings: Settings): Answers['page.seen'] {
  const launcher = settings.launcherHidden ? 'hidden' : settings.launcherAt
  return {
    on: settings.acceptedAt !== undefined,
    revealSeconds: settings.revealSeconds,
    ...(settings.language === 'follow' ? {} : { language: settings.language }),
    ...(launcher === undefined ? {} : { launcher }),
  }
}

async function tellAll({
  on,
  language,
  launcher,
  revealSeconds,
}: Answers['page.seen']): Promise<void> {
  await everyTab({ order: on ? 'start' : 'stop' })
  await everyTab({ order: 'settings', language, launcher, revealSeconds })
}

/** Tabs without our script reject: a normal state. */
async function everyTab(order: Order): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) void chrome.tabs.sendMessage(tab.id, order).catch(() => {})
  }
}
