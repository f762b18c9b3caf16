import type { Cache } from '@/utils/cache/types'
import { AccessError } from '@/utils/errors'
import { kindOf, type KindName } from '@/utils/kinds'
import type { PageFacts } from '@/utils/messaging/protocol'
import type { Handlers, Sender } from '@/utils/messaging/router'
import { periodAsked } from '@/utils/exports/beyond'
import { askedExport } from '@/utils/recognise/asked-export'
import type { KindRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import { accountOf, tablesOfAnswer } from '@/utils/sources/answers'
import { placeOf, siteOf } from '@/utils/site'
import { noteHint, noteUnknown, unknownAccount } from './account'
import { documentOf, withDocument } from './documents'
import { keepTable, noteProblem } from './keep'
import { originsNow } from './origins'
import { wake } from './remind'
import { contextOf, type Seen } from './seen'
import { changeTab, knownTab } from './tabs'

type Opened = () => Promise<Cache>
type Observed = Pick<Seen, 'id' | 'source' | 'seenAt'>
type Allowed = Awaited<ReturnType<typeof allowed>>

/** The cache and the settings, once the user has accepted what is read and kept (PRIV-07). */
async function allowed(cache: Opened): Promise<{ opened: Cache; settings: Settings }> {
  const opened = await cache()
  const settings = await opened.settings()
  if (settings.acceptedAt === undefined)
    throw new AccessError('not accepted yet', { place: 'capture' })
  return { opened, settings }
}
export const accepted = async (cache: Opened): Promise<Cache> => (await allowed(cache)).opened

/** What pages of the console show, on its way into the cache. Acknowledged is committed. */
export function captureHandlers(
  cache: Opened,
): Pick<Handlers, 'answer.seen' | 'table.seen' | 'export.asked' | 'page.problem'> {
  const inTurn = turnsOfTabs()
  return {
    'answer.seen': ({ id, page, requestUrl, seenAt, body }, sender) =>
      inTurn(sender, async () => {
        const granted = await allowed(cache)
        const { opened } = granted
        const hint = accountOf(body)
        const tabId = sender.tab?.id
        if (hint && tabId !== undefined) await noteHint(opened, hint, page.url, tabId, sender)
        const seen = await seenBy(granted, sender, page, { id, source: 'capture', seenAt })
        const { tables, problem } = tablesOfAnswer(body, contextOf(seen, { requestUrl }))
        if (problem) await noteProblem(opened, seen, problem)
        let kept = 0
        let useful = hint !== undefined
        for (const [part, table] of tables.entries()) {
          const result = await keepTable(opened, table, seen, part)
          kept += result.kept
          useful ||= result.useful
        }
        if (kept > 0) await wake(cache)
        return { kept, useful }
      }),
    'table.seen': ({ id, page, seenAt, columns, rows, total, pageNumber, pageSize }, sender) =>
      inTurn(sender, async () => {
        const granted = await allowed(cache)
        const { opened } = granted
        const seen = await seenBy(granted, sender, page, { id, source: 'page', seenAt })
        const at =
          pageNumber === undefined
            ? undefined
            : { number: pageNumber, ...(pageSize === undefined ? {} : { size: pageSize }) }
        const context = contextOf(seen, {
          ...(total === undefined ? {} : { total }),
          ...(at === undefined ? {} : { page: at }),
        })
        const { kept } = await keepTable(opened, { columns, rows, context }, seen, 0)
        if (kept > 0) await wake(cache)
        return { kept }
      }),
    'export.asked': ({ id, page, seenAt }, sender) =>
      inTurn(sender, async () => {
        const granted = await allowed(cache)
        const { opened } = granted
        const seen = await seenBy(granted, sender, page, { id, source: 'page', seenAt })
        const context = contextOf(seen)
        const task = askedExport(context, seenAt)
        if (!task) return {}
        const { account, source } = seen
        const period = periodAsked(context)
        await opened.ingest({
          id,
          account,
          source,
          kind: 'exportTask',
          records: [{ ...task, ...(period === undefined ? {} : { period }) }],
          observedAt: seenAt,
          place: placeOf(page.url),
        })
        await wake(cache)
        return {}
      }),
    'page.problem': async ({ page, problem }, sender) => {
      const granted = await allowed(cache)
      const seen = await seenBy(granted, sender, page, {
        id: crypto.randomUUID(),
        source: 'page',
        seenAt: Date.now(),
      })
      await noteProblem(granted.opened, seen, problem)
      return {}
    },
  }
}

/** Messages of a tab one after the other: an answer comes before the table that is drawn from it. */
function turnsOfTabs() {
  const turns = new Map<number, Promise<unknown>>()
  return <T>(sender: Sender, work: () => Promise<T>): Promise<T> => {
    const tab = sender.tab?.id ?? -1
    const turn = (turns.get(tab) ?? Promise.resolve()).then(work)
    turns.set(
      tab,
      turn.catch(() => {}),
    )
    return turn
  }
}

async function seenBy(
  { opened, settings }: Allowed,
  sender: Sender,
  page: PageFacts,
  observed: Observed,
): Promise<Seen> {
  const tabId = sender.tab?.id ?? -1
  const known = documentOf(await knownTab(tabId), sender)
  const site = siteOf(page.url) ?? 'cn'
  if (known?.account === undefined) await noteUnknown(opened, site, sender.documentId ?? '')
  const account = known?.account ?? unknownAccount(site)
  const place = placeOf(page.url)
  return {
    ...observed,
    account,
    page,
    origins: originsNow(),
    learned: settings.learned,
    async worth(kind, rows) {
      const mark = `${kind}|${place}`
      if (observed.source === 'capture') await hear(tabId, sender, mark)
      else if (documentOf(await knownTab(tabId), sender)?.heard?.includes(mark))
        return rows.filter((row) => isKeyed(kind, row))
      return rows
    },
  }
}

/** A record with a key of its own merges with what the answers gave; one without would stand beside it. */
const isKeyed = (kind: KindName, row: KindRecord) =>
  kindOf(kind).key.every((field) => row[field] !== undefined)

async function hear(tabId: number, sender: Sender, mark: string): Promise<void> {
  await changeTab(
    tabId,
    (tab) =>
      tab &&
      withDocument(tab, sender, ({ heard = [] }) =>
        heard.includes(mark) ? {} : { heard: [...heard, mark].slice(-60) },
      ),
  )
}
