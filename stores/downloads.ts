import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { StoredRecord } from '@/utils/records'
import { fetchFile, type Patience, type Phase } from './fetch-file'
import { problemOf } from './live'
import { useRim } from './rim'

export const phaseKey = ({ $ }: StoredRecord) => `${$.account}|${$.key}`
export const isBusy = (phase: Phase | undefined): boolean =>
  phase === 'waiting' || phase === 'looking' || phase === 'running' || phase === 'again'

/** Tests wait less. */
export const patience: Patience = {
  rowMs: 20_000,
  everyMs: 300,
  pressedMs: 8000,
  againMs: [2000, 6000, 15_000],
}

/** Fetches files of exports, one after the other; what lasts is in the marks of the export, not here. */
export const useDownloads = defineStore('downloads', () => {
  const rim = useRim()
  const phases = shallowReactive(new Map<string, Phase>())
  /** Tabs we opened for this: closed again when the last file is there. */
  const opened = new Set<number>()
  const queue: { task: StoredRecord; page: string }[] = []
  let allowed = false
  let working: Promise<void> | undefined

  /**
   * Must be called in the turn of the user's press: the permission is asked for here.
   * @param page the word for an export's page in file names
   */
  async function fetchFiles(
    tasks: readonly StoredRecord[],
    page: (task: StoredRecord) => string,
  ): Promise<void> {
    // Refused is a normal state: then the console's own control is pressed, and nobody sees how it ends.
    allowed = await rim.requestPermission('downloads').catch(() => false)
    await enqueue(tasks, page)
  }

  /** Without a press of the user's: only where the permission is there already. */
  async function fetchQuietly(
    tasks: readonly StoredRecord[],
    page: (task: StoredRecord) => string,
  ): Promise<void> {
    if (tasks.length === 0) return
    allowed = await rim.hasPermission('downloads').catch(() => false)
    if (allowed) await enqueue(tasks, page)
  }

  function enqueue(tasks: readonly StoredRecord[], page: (task: StoredRecord) => string) {
    for (const task of tasks) {
      if (isBusy(phases.get(phaseKey(task)))) continue
      phases.set(phaseKey(task), 'waiting')
      queue.push({ task, page: page(task) })
    }
    working ??= work().finally(() => (working = undefined))
    return working
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { task, page } = next
      const key = phaseKey(task)
      const tell = (phase: Phase) => phases.set(key, phase)
      try {
        const end = await fetchFile(task, { rim, page, allowed, opened, patience, tell })
        if (end === 'done') phases.delete(key)
        else tell(end)
      } catch (error) {
        console.warn('partner-lens: a download failed', problemOf(error))
        tell('problem')
      }
    }
    for (const tab of opened) await rim.closeTab(tab).catch(() => {})
    opened.clear()
  }

  /** The user says so: where nobody could see how a download ended. */
  async function haveIt(task: StoredRecord): Promise<void> {
    const { account, key } = task.$
    const marks = { downloadedAt: rim.now(), downloadProblem: undefined, downloading: false }
    await (await rim.cache()).markExport(account, key, marks)
    phases.delete(phaseKey(task))
  }

  return { phases, fetchFiles, fetchQuietly, haveIt }
})
