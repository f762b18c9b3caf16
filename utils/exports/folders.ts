import type { Store } from '@/utils/cache/database'

/** As much of a folder's handle as is used; the browser's own has it. */
export interface Folder {
  readonly name: string
  getDirectoryHandle(name: string): Promise<Folder>
  getFileHandle(name: string): Promise<{ getFile(): Promise<File> }>
}
/** A folder the user chose: the browser may want to ask again whether it may be read. */
export interface ChosenFolder extends Folder {
  isSameEntry(other: ChosenFolder): Promise<boolean>
  queryPermission(of: { mode: 'read' }): Promise<PermissionState>
  requestPermission(of: { mode: 'read' }): Promise<PermissionState>
}
export interface FolderRow {
  id: 'folders'
  value: number
  folders: ChosenFolder[]
}
type Kept = Pick<Store<FolderRow, string>, 'get' | 'put'>

/** Folders of downloads that may be read, so that a file that arrived is imported without being chosen. */
export interface Folders {
  names(): Promise<string[]>
  /** In the turn of the user's press. @returns whether one was chosen */
  choose(): Promise<boolean>
  forget(name: string): Promise<void>
  /**
   * @param path of a file on this machine
   * @param mayAsk in the turn of a press: the browser may ask whether a folder chosen earlier may be read again
   * @returns undefined where it lies in none of them, or is another one by its size
   */
  find(path: string, size: number, mayAsk: boolean): Promise<File | undefined>
}

const read = { mode: 'read' } as const

/** @param pick shows the browser's own choice of a folder; undefined where the user left it */
export function foldersIn(table: Kept, pick: () => Promise<ChosenFolder | undefined>): Folders {
  const kept = async () => (await table.get('folders'))?.folders ?? []
  const keep = (folders: ChosenFolder[]) =>
    table.put({ id: 'folders', value: folders.length, folders })
  return {
    names: async () => (await kept()).map(({ name }) => name),
    async choose() {
      const chosen = await pick()
      if (!chosen) return false
      const before = await kept()
      const same = await Promise.all(before.map((each) => each.isSameEntry(chosen)))
      await keep([...before.filter((_, index) => !same[index]), chosen])
      return true
    },
    async forget(name) {
      await keep((await kept()).filter((each) => each.name !== name))
    },
    async find(path, size, mayAsk) {
      for (const folder of await kept()) {
        if (!path.includes(folder.name)) continue
        const state = await folder.queryPermission(read)
        const may = state === 'prompt' && mayAsk ? await folder.requestPermission(read) : state
        const file = may === 'granted' ? await fileAt(folder, path) : undefined
        if (file && (size < 0 || file.size === size)) return file
      }
      return undefined
    },
  }
}

/** The file of a path, some part of which is the folder: nobody says where on the disk a folder lies. */
export async function fileAt(folder: Folder, path: string): Promise<File | undefined> {
  const parts = path.split(/[/\\]/).filter((part) => part !== '')
  // The nearest to the file first: a name may stand in a path twice.
  for (let at = parts.length - 2; at >= 0; at--) {
    if (parts[at] !== folder.name) continue
    const file = await below(folder, parts.slice(at + 1))
    if (file) return file
  }
  return undefined
}

async function below(folder: Folder, parts: readonly string[]): Promise<File | undefined> {
  const [name = '', ...rest] = parts
  try {
    if (rest.length > 0) return await below(await folder.getDirectoryHandle(name), rest)
    return await (await folder.getFileHandle(name)).getFile()
  } catch {
    // Not there, moved or renamed meanwhile.
    return undefined
  }
}
