import type { Sender } from '@/utils/messaging/router'
import type { MaskedColumn, PageFacts } from '@/utils/messaging/protocol'

/** What is known of one document of the console. */
export interface KnownDocument {
  documentId: string
  account?: string
  wrongSite?: boolean
  /** Kinds that an answer of this document has given, with the place where. */
  heard?: string[]
}

/**
 * What is known of a tab of the console and the document it shows; kept in session storage, because the worker may end at
 * any moment.
 */
export interface KnownTab extends KnownDocument {
  page: PageFacts
  /** By frame. */
  columns: Record<string, MaskedColumn[]>
  /** The documents it showed before, the last one first. */
  past?: KnownDocument[]
}

/** So many documents of a tab are remembered that it showed before. */
const mostPast = 3

/**
 * The document that says something: the one its tab shows, with all its frames, or one it showed before. What that one
 * read may still be on its way, and going back may bring it back as it was.
 */
export function documentOf(
  tab: KnownTab | undefined,
  { documentId, frameId }: Pick<Sender, 'documentId' | 'frameId'>,
): KnownDocument | undefined {
  if (!tab || frameId !== 0 || tab.documentId === documentId) return tab
  return tab.past?.find((each) => each.documentId === documentId)
}

/** The tab, with something else known of the document that says it; of one long gone nothing is kept. */
export function withDocument(
  tab: KnownTab,
  sender: Pick<Sender, 'documentId' | 'frameId'>,
  change: (known: KnownDocument) => Partial<KnownDocument>,
): KnownTab {
  const known = documentOf(tab, sender)
  if (known === undefined) return tab
  if (known === tab) return { ...tab, ...change(tab) }
  const past = tab.past?.map((each) => (each === known ? { ...each, ...change(each) } : each))
  return { ...tab, ...(past ? { past } : {}) }
}

/** The tab when a document says where it is: a new one forgets who was signed in before, the console says it again. */
export function turnedTo(tab: KnownTab | undefined, documentId: string, page: PageFacts): KnownTab {
  if (tab?.documentId === documentId)
    return { ...tab, page, columns: tab.page.url === page.url ? tab.columns : {} }
  const before: KnownDocument[] = []
  if (tab) {
    const { page: _page, columns: _columns, past = [], ...last } = tab
    before.push(last, ...past)
  }
  const known = before.find((each) => each.documentId === documentId) ?? { documentId }
  const past = before.filter((each) => each !== known).slice(0, mostPast)
  return { ...known, page, columns: {}, ...(past.length > 0 ? { past } : {}) }
}
