import { describe, expect, it } from 'vitest'
import { pages, sheets } from '../../console/pages/index.ts'
import { rowsFor } from '../../console/rows.ts'
import { truthOf } from '../../console/truth.ts'
import { createWorld } from '../../console/world.ts'
import { wordingOf, wordings } from '../../console/wording/index.ts'
import { keyIn, textIn } from '../../console/wording/wording.ts'

const now = Date.parse('2026-11-03T10:22:31+08:00')
const viewed = createWorld({ now })
const viewer = { account: viewed.account, locale: 'zh-cn', currency: 'CNY' } as const

function countsIn(id: string) {
  const world = createWorld({ now })
  world.wording = wordingOf(id)
  return truthOf(world).map(({ sheet, shown, total, rows }) => [
    sheet,
    shown,
    total,
    rows.map((row) => row.id),
  ])
}

describe.each(wordings)('the wording $id', (wording) => {
  it('tells of the same rows', () => {
    expect(countsIn(wording.id)).toEqual(countsIn('current'))
  })

  it('never writes two keys of a row the same way', () => {
    for (const sheet of sheets.filter(({ id }) => !id.startsWith('exports:'))) {
      const rows = rowsFor(viewed, viewer, sheet, { page: 1, size: 10, where: {} })
      if (rows.size === 0) continue
      const keys = Object.keys(rows.at(0))
      expect(new Set(keys.map((key) => keyIn(wording, key))).size, sheet.id).toBe(keys.length)
    }
  })

  it('never heads two columns of a page the same way', () => {
    for (const sheet of sheets) {
      for (const locale of ['zh-cn', 'en-us'] as const) {
        const heads = sheet.columns.map(({ words }) => textIn(wording, locale, 'CNY', words))
        expect(new Set(heads).size, `${sheet.id} ${heads.join()}`).toBe(heads.length)
      }
    }
  })

  it('leads to every page by a route of its own', () => {
    const routes = pages.map(({ route }) => wording.route(route))
    expect(new Set(routes).size).toBe(pages.length)
  })
})
