import type { Cache } from '@/utils/cache/types'
import type { Site } from '@/utils/kinds/define'
import { siteOf } from '@/utils/site'
import type { Sender } from '@/utils/messaging/router'
import { withDocument } from './documents'
import { changeTab } from './tabs'

export const unknownAccount = (site: Site): string => `${site}:?`

export interface AccountHint {
  name: string
  id?: string
  /** The site the account belongs to, where the console says so. */
  site?: Site
}

const bucketKey = (site: Site) => `unknown:${site}`
type Bucket = { documents: string[]; older: boolean }

/**
 * Notes that a document wrote rows before its account was known. `older` is true when such rows of another time are
 * there already: then nobody can say whose they are, and they stay with the unknown account.
 */
export async function noteUnknown(cache: Cache, site: Site, documentId: string): Promise<void> {
  const key = bucketKey(site)
  const stored = ((await chrome.storage.session.get(key)) as Record<string, Bucket>)[key]
  const bucket = stored ?? {
    documents: [],
    older: (await cache.usage()).some((use) => use.account === unknownAccount(site)),
  }
  if (bucket.documents.includes(documentId)) return
  bucket.documents = [...bucket.documents, documentId].slice(-3)
  await chrome.storage.session.set({ [key]: bucket })
}

/** The console said who is signed in on this page. */
export async function noteHint(
  cache: Cache,
  hint: AccountHint,
  url: string,
  tabId: number,
  sender: Sender,
): Promise<string> {
  const site = siteOf(url) ?? 'cn'
  const account = `${site}:${hint.id ?? hint.name}`
  await cache.noteAccount({ key: account, site, name: hint.name, lastSeenAt: Date.now() })
  const wrongSite = hint.site !== undefined && hint.site !== site
  await changeTab(tabId, (tab) => tab && withDocument(tab, sender, () => ({ account, wrongSite })))
  await adoptOwn(cache, site, account, sender.documentId ?? '')
  return account
}

/** What this very document read before its account was known is the account's, if nobody else's rows are among it. */
async function adoptOwn(
  cache: Cache,
  site: Site,
  account: string,
  documentId: string,
): Promise<void> {
  const key = bucketKey(site)
  const bucket = ((await chrome.storage.session.get(key)) as Record<string, Bucket>)[key]
  if (
    !bucket ||
    bucket.older ||
    bucket.documents.length !== 1 ||
    bucket.documents[0] !== documentId
  )
    return
  await cache.adoptUnknown(unknownAccount(site), account)
  await chrome.storage.session.remove(key)
}
