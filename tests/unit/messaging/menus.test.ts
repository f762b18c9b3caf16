import { beforeEach, expect, it, vi } from 'vitest'

type Click = (info: { menuItemId: string; selectionText?: string }, tab?: { index: number }) => void
let click: Click = () => {}
let install = () => {}
const made: Record<string, unknown>[] = []
const update = vi.fn()
const create = vi.fn()

beforeEach(async () => {
  made.length = 0
  vi.clearAllMocks()
  vi.resetModules()
  vi.stubGlobal('chrome', {
    i18n: { getUILanguage: () => 'zh-CN' },
    runtime: {
      getURL: (path: string) => `chrome-extension://x${path}`,
      onInstalled: { addListener: (listener: () => void) => (install = listener) },
    },
    tabs: { create },
    contextMenus: {
      onClicked: { addListener: (listener: Click) => (click = listener) },
      removeAll: (done: () => void) => {
        made.length = 0
        done()
      },
      create: (entry: Record<string, unknown>) => made.push(entry),
      update,
    },
  })
  const { offerMenus, offerFindOn } = await import('@/entrypoints/background/menus')
  offerMenus()
  install()
  offerFindOn(['https://eu.example.com'])
})

it('looks for what is selected, beside the page it is selected on', () => {
  click({ menuItemId: 'find', selectionText: '  ecs-1 & 云 ' }, { index: 3 })
  const [{ url, index }] = create.mock.calls[0] as [{ url: string; index: number }]
  expect(index).toBe(4)
  expect(new URLSearchParams(url.slice(url.indexOf('?'))).get('q')).toBe('ecs-1 & 云')
  click({ menuItemId: 'find', selectionText: 'x'.repeat(5000) })
  const [{ url: long }] = create.mock.calls[1] as [{ url: string }]
  expect(long.length).toBeLessThan(200)
})
it('stands on pages of the console and of origins that were switched on', () => {
  const find = made.find(({ id }) => id === 'find')
  expect(find?.contexts).toEqual(['selection'])
  const console = ['https://account.huaweicloud.com/*', 'https://account-intl.huaweicloud.com/*']
  expect(find?.documentUrlPatterns).toEqual(console)
  expect(update.mock.calls[0]?.[1]).toEqual({
    documentUrlPatterns: [...console, 'https://eu.example.com/*'],
  })
})
it('opens our pages from the toolbar icon, and nothing for an entry nobody made', () => {
  click({ menuItemId: 'dashboard' })
  expect(create).toHaveBeenCalledWith({ url: 'chrome-extension://x/dashboard.html' })
  click({ menuItemId: 'toString' })
  expect(create).toHaveBeenCalledTimes(1)
})
