import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionOf, fileNameOf, patternProblem } from '@/utils/exports/file-name'
import { usualPattern } from '@/utils/settings'

const parts = {
  account: 'cn:alice',
  page: '客户管理',
  name: '客户列表',
  requestedAt: Date.UTC(2026, 10, 22, 2, 5),
  ext: 'xlsx',
}
const named = (name: string, more: Partial<typeof parts> = {}) =>
  fileNameOf(usualPattern, { ...parts, name, ...more })
const last = (path: string) => path.split('/').at(-1) ?? ''

describe('names of files', () => {
  it('follow the pattern, in Beijing time', () => {
    expect(named('客户列表')).toBe('cn_alice/客户管理/客户列表-20261122-1005.xlsx')
    expect(fileNameOf('{requested:YYYY}/{requested:MM}/{name}', parts)).toBe(
      '2026/11/客户列表.xlsx',
    )
    expect(fileNameOf('{name}.{ext}', { ...parts, requestedAt: Number.NaN })).toBe('客户列表.xlsx')
    expect(fileNameOf(usualPattern, { ...parts, requestedAt: undefined as never })).toBe(
      'cn_alice/客户管理/客户列表.xlsx',
    )
  })

  const hostile: [string, RegExp | string][] = [
    ['../../etc/passwd', 'etc_passwd-20261122-1005.xlsx'],
    ['..\\..\\Windows\\x', 'Windows_x-20261122-1005.xlsx'],
    ['..', '20261122-1005.xlsx'],
    ['.', '20261122-1005.xlsx'],
    ['.bashrc', 'bashrc-20261122-1005.xlsx'],
    ['C:\\x', 'C__x-20261122-1005.xlsx'],
    ['a\u202excod.exe', 'axcod.exe-20261122-1005.xlsx'],
    ['a\u200b\u200f\u2066b\ufeff', 'ab-20261122-1005.xlsx'],
    ['a\0b\nc\td', 'abcd-20261122-1005.xlsx'],
    ['x'.repeat(300), `${'x'.repeat(80)}.xlsx`],
    ['费'.repeat(300), `${'费'.repeat(66)}.xlsx`],
    ['👩‍💻'.repeat(300), /^(?:👩💻)+👩?\.xlsx$/u],
    ['a<b>c:d"e|f?g*h', 'a_b_c_d_e_f_g_h-20261122-1005.xlsx'],
    ['\ud800', '20261122-1005.xlsx'],
    ['／／＼', '20261122-1005.xlsx'],
    ['%2e%2e%2f', '2e_2e_2f-20261122-1005.xlsx'],
    ['', '20261122-1005.xlsx'],
    ['   ', '20261122-1005.xlsx'],
  ]
  it.each(hostile)('SEC-07 keep no harm of %j', (name, expected) => {
    if (typeof expected === 'string') expect(last(named(name))).toBe(expected)
    else expect(last(named(name))).toMatch(expected)
  })
  it.each(['CON', 'con.txt', 'NUL', 'aux ', 'COM1', 'LPT9.csv', 'COM¹', 'CONIN$'])(
    'SEC-07 name no device: %s',
    (name) => {
      expect(last(fileNameOf('{name}.{ext}', { ...parts, name }))).toMatch(/^_|_\.xlsx$/)
      expect(fileNameOf('{account}/{name}', { ...parts, account: name })).toMatch(/^_|_\//)
    },
  )
  it('are told apart where two would be the same, also by case', () => {
    const taken = new Set<string>()
    for (const name of ['a', 'A', 'a'])
      taken.add(fileNameOf('{name}.{ext}', { ...parts, name }, taken))
    expect([...taken]).toEqual(['a.xlsx', 'A (2).xlsx', 'a (3).xlsx'])
  })

  it('SEC-07 never leave the folder, whatever is put in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('..', '/', '\\', 'CON', '\u202e', 'C:', '~', '.', ' ', 'nul.'),
    )
    const text = fc.array(piece, { maxLength: 8 }).map((each) => each.join(''))
    fc.assert(
      fc.property(text, text, text, text, (pattern, account, page, name) => {
        const path = fileNameOf(pattern, { ...parts, account, page, name })
        for (const each of path.split('/')) {
          expect(each).not.toMatch(/^[\s.]|[\s.]$|\.\.|[<>:"\\|?*\p{Cc}\p{Cf}]/u)
          expect(each).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
          expect(new TextEncoder().encode(each).length).toBeLessThan(256)
        }
        expect(path.endsWith('.xlsx')).toBe(true)
        expect([...path].length).toBeLessThan(400)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('patterns', () => {
  it.each([
    [usualPattern, undefined],
    ['{name}', undefined],
    ['Exports/{name}.{ext}', undefined],
    ['', 'empty'],
    ['{nam}', 'word'],
    ['{name', 'word'],
    ['../{name}', 'outside'],
    ['/{name}', 'outside'],
    ['{page}//{name}', 'outside'],
    ['C:/{name}', 'outside'],
    ['a\\{name}', 'outside'],
    ['a/b/c/d/e/f/{name}', 'deep'],
  ])('%s: %s', (pattern, problem) => expect(patternProblem(pattern)).toBe(problem))
})

describe('endings', () => {
  it.each([
    ['a.XLSX', 'xlsx'],
    ['a.csv ', 'csv'],
    ['a.exe', undefined],
    ['a.pdf.scr', undefined],
    ['a', undefined],
    [undefined, undefined],
  ])('%s: %s', (name, ext) => expect(extensionOf(name)).toBe(ext))
})
