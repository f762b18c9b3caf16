import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { StoredRecord } from '@/utils/records'
import { useAccounts } from './accounts'
import { useImports } from './imports'
import { useKindRows } from './records'
import { useRim } from './rim'
import { useSettings } from './settings'

/** What arrived longer ago was left as it is by the user. */
const freshMs = 86_400_000

/** Imports the files of exports from where they were downloaded to, with one press or by itself. */
export const useTakeIn = defineStore('takeIn', () => {
  const rim = useRim()
  const imports = useImports()
  const settings = useSettings()
  const accounts = useAccounts()
  const folders = shallowRef<readonly string[]>([])
  /** The export whose file the user is about to choose. */
  const asked = shallowRef<StoredRecord>()
  const look = async () => {
    folders.value = (await (await rim.folders?.())?.names()) ?? []
  }
  void look()

  async function fileOf(task: StoredRecord, mayAsk: boolean): Promise<File | undefined> {
    const found = await rim.folders?.()
    if (!found || typeof task.downloadId !== 'number') return undefined
    if (!(await rim.hasPermission('downloads'))) return undefined
    const landed = await rim.downloads.look(task.downloadId)
    return landed && found.find(landed.filename, landed.fileSize, mayAsk)
  }
  function take(task: StoredRecord, file: File): void {
    asked.value = undefined
    const { account, key } = task.$
    const written = Math.min(file.lastModified, rim.now())
    const observedAt = typeof task.requestedAt === 'number' ? task.requestedAt : written
    imports.chooseOf(file, { account, task: key, observedAt })
  }

  /** With a press: from its folder, else the user is shown where it lies and chooses it. */
  async function takeIn(task: StoredRecord): Promise<void> {
    const file = await fileOf(task, true)
    if (file) return take(task, file)
    asked.value = task
    if (typeof task.downloadId === 'number') rim.downloads.reveal(task.downloadId)
    imports.open = true
  }
  /** In the turn of a press. What was waiting for it is imported at once. */
  async function chooseFolder(): Promise<boolean> {
    const chosen = (await (await rim.folders?.())?.choose()) ?? false
    await look()
    const task = asked.value
    const file = chosen && task ? await fileOf(task, true) : undefined
    if (task && file) take(task, file)
    return chosen
  }
  async function forgetFolder(name: string): Promise<void> {
    await (await rim.folders?.())?.forget(name)
    await look()
  }

  /** One after the other while this page is open; what is not found or not understood whole waits for the user. */
  function byItself(): void {
    const { rows } = useKindRows(
      'exportTask',
      () => (settings.settings.importByItself ? accounts.current : undefined),
      { gone: true },
    )
    const tried = new Set<string>()
    const arrived = computed(() =>
      imports.idle
        ? rows.value.find(
            ({ $, downloadedAt, importedAt, downloadId }) =>
              typeof downloadedAt === 'number' &&
              typeof downloadId === 'number' &&
              importedAt === undefined &&
              rim.now() - downloadedAt < freshMs &&
              !tried.has(`${$.account}|${$.key}`),
          )
        : undefined,
    )
    const stop = watch(
      arrived,
      async (task) => {
        if (!task) return
        // Another page of ours may be at it.
        await navigator.locks.request('take-in', { ifAvailable: true }, async (lock) => {
          if (!lock) return
          tried.add(`${task.$.account}|${task.$.key}`)
          const file = await fileOf(task, false)
          if (!file || !imports.idle) return
          take(task, file)
          await imports.settled()
        })
      },
      { immediate: true },
    )
    onScopeDispose(stop)
  }
  return {
    folders,
    can: rim.folders !== undefined,
    asked,
    takeIn,
    chooseFolder,
    forgetFolder,
    byItself,
  }
})
