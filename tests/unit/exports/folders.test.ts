import { describe, expect, it, vi } from 'vitest'
import { type ChosenFolder, fileAt, type FolderRow, foldersIn } from '@/utils/exports/folders'

interface Tree {
  [name: string]: Tree | string
}
/** A folder that holds what its tree says. */
function folder(name: string, tree: Tree, state: PermissionState = 'granted'): ChosenFolder {
  const at = (part: string, isFile: boolean) => {
    const found = tree[part]
    if (found === undefined || (typeof found === 'string') !== isFile)
      throw new DOMException('not there', 'NotFoundError')
    return found
  }
  return {
    name,
    getDirectoryHandle: async (part) => folder(part, at(part, false) as Tree),
    getFileHandle: async (part) => {
      const text = at(part, true) as string
      return { getFile: async () => new File([text], part) }
    },
    isSameEntry: async (other) => other.name === name,
    queryPermission: async () => state,
    requestPermission: vi.fn(async (): Promise<PermissionState> => 'granted'),
  }
}
const lens = { 伙伴A: { coupons: { 'a.xlsx': 'four' } } }

describe('the file of a path', () => {
  it.each([
    '/home/li/Downloads/lens/伙伴A/coupons/a.xlsx',
    String.raw`C:\Users\li\Downloads\lens\伙伴A\coupons\a.xlsx`,
    // A folder of the same name above it is another one.
    '/home/lens/Downloads/lens/伙伴A/coupons/a.xlsx',
  ])('is found below the folder: %s', async (path) => {
    expect(await (await fileAt(folder('lens', lens), path))?.text()).toBe('four')
  })
  it.each([
    '/home/li/Downloads/lens/伙伴A/coupons/b.xlsx',
    '/home/li/Downloads/lens/伙伴A/coupons',
    '/home/li/Downloads/other/伙伴A/coupons/a.xlsx',
    '/home/li/Downloads/lens',
    '',
  ])('is nothing where it does not lie: %j', async (path) => {
    expect(await fileAt(folder('lens', lens), path)).toBeUndefined()
  })
})

describe('folders that were chosen', () => {
  const path = '/d/lens/伙伴A/coupons/a.xlsx'
  function setup(...chosen: (ChosenFolder | undefined)[]) {
    let row: FolderRow | undefined
    const table = { get: async () => row, put: async (next: FolderRow) => void (row = next) }
    return foldersIn(table, async () => chosen.shift())
  }
  it('are kept once each, and taken off the list', async () => {
    const folders = setup(folder('lens', lens), folder('lens', lens), undefined, folder('b', {}))
    expect([await folders.choose(), await folders.choose(), await folders.choose()]).toEqual([
      true,
      true,
      false,
    ])
    await folders.choose()
    expect(await folders.names()).toEqual(['lens', 'b'])
    await folders.forget('lens')
    expect(await folders.names()).toEqual(['b'])
  })
  it('give a file of the size that arrived, and no other', async () => {
    const folders = setup(folder('lens', lens))
    await folders.choose()
    expect((await folders.find(path, 4, false))?.name).toBe('a.xlsx')
    expect((await folders.find(path, -1, false))?.name).toBe('a.xlsx')
    expect(await folders.find(path, 5, false)).toBeUndefined()
  })
  it('are asked for again with a press only', async () => {
    const chosen = folder('lens', lens, 'prompt')
    const folders = setup(chosen)
    await folders.choose()
    expect(await folders.find(path, 4, false)).toBeUndefined()
    expect(chosen.requestPermission).not.toHaveBeenCalled()
    expect((await folders.find(path, 4, true))?.name).toBe('a.xlsx')
  })
  it('are not read where that was refused', async () => {
    const folders = setup(folder('lens', lens, 'denied'))
    await folders.choose()
    expect(await folders.find(path, 4, true)).toBeUndefined()
  })
})
