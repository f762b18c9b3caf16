import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, vi } from 'vitest'
import type { Component } from 'vue'
import { rimKey, type Rim } from '@/stores/rim'
import { addTexts, language } from '@/utils/i18n/texts'
import type { MessageName, TabState } from '@/utils/messaging/protocol'
import { commonTexts } from '@/utils/i18n/features/common'
import { couponsTexts } from '@/utils/i18n/features/coupons'
import { dashboardTexts } from '@/utils/i18n/features/dashboard'
import { revealTexts } from '@/utils/i18n/features/reveal'
import { exportsTexts } from '@/utils/i18n/features/exports'
import { healthTexts } from '@/utils/i18n/features/health'
import { keysTexts } from '@/utils/i18n/features/keys'
import { importsTexts } from '@/utils/i18n/features/imports'
import { maskingTexts } from '@/utils/i18n/features/masking'
import { presentationTexts } from '@/utils/i18n/features/presentation'
import { optionsTexts } from '@/utils/i18n/features/options'
import { panelTexts } from '@/utils/i18n/features/panel'
import { popupTexts } from '@/utils/i18n/features/popup'
import { problemTexts } from '@/utils/i18n/features/problem'
import { syncTexts } from '@/utils/i18n/features/sync'
import { backupTexts } from '@/utils/i18n/features/backup'
import { notesTexts } from '@/utils/i18n/features/notes'
import { searchTexts } from '@/utils/i18n/features/search'
import { tablesTexts } from '@/utils/i18n/features/tables'
import { teachTexts } from '@/utils/i18n/features/teach'
import { remindersTexts } from '@/utils/i18n/features/reminders'
import { refusalTexts } from '@/utils/i18n/features/refusal'
import { slugTexts } from '@/utils/i18n/features/slug'
import { welcomeTexts } from '@/utils/i18n/features/welcome'
import { fakeTables } from './fake-tables'
import { createKeeper } from '@/utils/vault/keeper'
import { around } from '../unit/vault/surroundings'
import { fakeCache, type FakeCache, type Kept } from './fake-cache'

/** 2026-11-22 10:00 in Beijing. */
export const noon = Date.UTC(2026, 10, 22, 2)
export const hour = 3_600_000

addTexts({
  common: commonTexts,
  coupons: couponsTexts,
  dashboard: dashboardTexts,
  exports: exportsTexts,
  health: healthTexts,
  keys: keysTexts,
  imports: importsTexts,
  masking: maskingTexts,
  reveal: revealTexts,
  presentation: presentationTexts,
  options: optionsTexts,
  panel: panelTexts,
  popup: popupTexts,
  problem: problemTexts,
  reminders: remindersTexts,
  refusal: refusalTexts,
  slug: slugTexts,
  sync: syncTexts,
  backup: backupTexts,
  notes: notesTexts,
  search: searchTexts,
  tables: tablesTexts,
  teach: teachTexts,
  welcome: welcomeTexts,
})

export interface Opened {
  page: VueWrapper
  store: FakeCache
  rim: Rim
  /** Messages to the worker: name and what they carried. */
  asked: [MessageName, unknown][]
  /** The tab in front changes, as the worker tells it. */
  tab(next: TabState): Promise<void>
}
export interface Opening {
  kept?: Partial<Kept>
  tab?: TabState
  rim?: Partial<Rim>
  /** Answers instead of the usual ones; a thrown error is what the worker threw. */
  answer?: Partial<Record<MessageName, (message: never) => unknown>>
  language?: 'zh' | 'en'
}

let open: VueWrapper[] = []
afterEach(() => {
  for (const each of open) each.unmount()
  open = []
  document.body.innerHTML = ''
})

/** Opens one of our pages with a fresh Pinia on a cache in memory, accepted unless said otherwise. */
export async function openPage(root: Component, options: Opening = {}): Promise<Opened> {
  language.value = options.language ?? 'zh'
  const store = fakeCache({ settings: { acceptedAt: 1 }, ...options.kept })
  const asked: Opened['asked'] = []
  let front: TabState = options.tab ?? { columns: [] }
  const heard = new Set<() => void>()
  const keeper = createKeeper(around())
  const rim: Rim = {
    cache: async () => store.cache,
    tables: () => fakeTables(store, () => noon),
    backups: () => import('@/utils/backup'),
    ask: (async (name: MessageName, message: never) => {
      asked.push([name, message])
      const answer = options.answer?.[name]
      if (answer) return answer(message)
      return name === 'tab.state' ? front : {}
    }) as Rim['ask'],
    now: () => noon,
    browserLanguage: 'zh-CN',
    onTabChanged: (listener) => {
      heard.add(listener)
      return () => heard.delete(listener)
    },
    windowId: async () => 7,
    fullSince: async () => undefined,
    questions: async () => [],
    downloads: {
      look: async () => undefined,
      find: async () => undefined,
      drop: vi.fn(async () => {}),
      start: vi.fn(async () => 1),
      since: async () => [],
      onDisk: async () => new Map(),
      reveal: vi.fn(),
      begin: vi.fn(),
    },
    consoleTab: async () => ({ tabId: 3, opened: false }),
    closeTab: vi.fn(async () => {}),
    askForFile: async () => undefined,
    reloadTab: vi.fn(async () => {}),
    save: vi.fn(),
    frontTab: async () => ({ id: 3, url: 'https://account.huaweicloud.com/obmgr/' }),
    openPanel: vi.fn(async () => {}),
    openPage: vi.fn(async () => {}),
    openUrl: vi.fn(async () => {}),
    requestOrigins: vi.fn(async () => true),
    hasOrigins: vi.fn(async () => true),
    removeOrigins: vi.fn(async () => {}),
    requestPermission: vi.fn(async () => true),
    hasPermission: async () => false,
    keys: async () => keeper,
    importer: () => ({ ask: vi.fn(), end: vi.fn() }),
    version: '0.0.0',
    copy: vi.fn(async () => {}),
    ...options.rim,
  }
  const page = mount(root, {
    attachTo: document.body,
    global: { plugins: [createPinia()], provide: { [rimKey as symbol]: rim } },
  })
  open.push(page)
  await settled()
  return {
    page,
    store,
    rim,
    asked,
    async tab(next) {
      front = next
      for (const each of heard) each()
      await settled()
    },
  }
}

/** Until what is loaded after the first paint is there too. */
async function settled(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

export const testId = (id: string) => `[data-testid="${id}"]`

/** What a question offers, once it is asked: its code is loaded with the first question, on a busy machine slowly. */
export const answerOf = (id: 'confirm-yes' | 'confirm-cancel'): Promise<HTMLElement> =>
  vi.waitFor(
    () => {
      const found = document.querySelector<HTMLElement>(testId(id))
      if (!found) throw new Error('not asked yet')
      return found
    },
    { timeout: 10_000, interval: 20 },
  )
