import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { ImportLine } from '@/utils/cache/imports/types'
import type {
  ImportWord,
  Preview,
  Refusal,
  RejectedHeader,
  UnknownTable,
} from '@/utils/imports/types'
import { useAccounts } from './accounts'
import { follow, type Problem } from './live'
import { useRim, type Importer } from './rim'

/** Where the import of one file stands. */
export type ImportStep =
  | { step: 'none' }
  | { step: 'busy'; phase: 'reading' | 'importing' | 'undoing'; share: number; rows: number }
  | { step: 'preview'; preview: Preview; problem?: Problem }
  | { step: 'done'; line: ImportLine; preview: Preview }
  | { step: 'undone' }
  | { step: 'cancelled' }
  | { step: 'refused'; refusal: Refusal; unknown: UnknownTable[]; preview?: Preview }
  | { step: 'failed'; problem: Problem }

/** Whose rows a file holds, of which export task (its key), and as of when (epoch ms). */
export interface MeantFor {
  account: string
  task: string
  observedAt: number
}

const problems: readonly string[] = ['FullError', 'NewerDataError', 'UnreachableError']
const problemNamed = (name: string) => (problems.includes(name) ? name : 'other') as Problem
/** So long a worker that was asked to stop may take to clean up, ms. */
const patienceMs = 3000

/** One file after the other, from the choice to its undoing. Nothing is written before the user says so. */
export const useImports = defineStore('imports', () => {
  const rim = useRim()
  const accounts = useAccounts()
  const open = shallowRef(false)
  const state = shallowRef<ImportStep>({ step: 'none' })
  const file = shallowRef<File>()
  const waiting = shallowRef<readonly File[]>([])
  const chosen = shallowRef<string>()
  /** The account the rows will belong to. */
  const account = computed({
    get: () => chosen.value ?? accounts.current ?? 'cn:?',
    set: (key) => (chosen.value = key),
  })
  const past = follow<ImportLine[]>(async () => (await rim.cache()).imports(), [])
  let worker: Importer | undefined
  let preview: Preview | undefined
  let listed: ((csv: string) => void) | undefined
  let stopping: ReturnType<typeof setTimeout> | undefined

  /** The export a file is known to be of: understood whole, it is taken over without another word. */
  let meant: MeantFor | undefined

  function hear(word: ImportWord): void {
    if (word.say === 'rejected') return listed?.(word.csv)
    if (word.say === 'progress') {
      const { phase, share, rows } = word
      if (state.value.step === 'busy') state.value = { step: 'busy', phase, share, rows }
      return
    }
    if (word.say === 'preview') {
      ;({ preview } = word)
      state.value = { step: 'preview', preview }
      const whole = preview.rejected === 0 && preview.unknown.length === 0
      if (meant && whole) take(meant.observedAt, meant.task)
      meant = undefined
    } else if (word.say === 'done') {
      // The worker has no way to where the second copy of what the user made is kept.
      void rim.cache().then((cache) => cache.noteCommit())
      if (preview) state.value = { step: 'done', line: word.line, preview }
    } else if (word.say === 'undone') {
      void rim.cache().then((cache) => cache.noteCommit())
      end()
      state.value = word.done ? { step: 'undone' } : { step: 'failed', problem: 'other' }
    } else if (word.say === 'refused') {
      const { refusal, unknown } = word
      state.value = {
        step: 'refused',
        refusal,
        unknown,
        ...(word.preview ? { preview: word.preview } : {}),
      }
    } else if (word.say === 'cancelled') {
      end()
      state.value = { step: 'cancelled' }
    } else fail(problemNamed(word.name))
  }
  /** What was read stays where only the taking over failed. */
  function fail(problem: Problem): void {
    const importing = state.value.step === 'busy' && state.value.phase === 'importing'
    state.value =
      importing && preview ? { step: 'preview', preview, problem } : { step: 'failed', problem }
  }
  function end(): void {
    clearTimeout(stopping)
    worker?.end()
    worker = undefined
    preview = undefined
  }
  function begin(phase: 'reading' | 'importing' | 'undoing'): void {
    state.value = { step: 'busy', phase, share: 0, rows: 0 }
  }
  function read(trusting = false): void {
    if (!file.value) return
    end()
    worker = rim.importer(hear)
    begin('reading')
    const batch = crypto.randomUUID()
    worker.ask({ ask: 'read', file: file.value, batch, account: account.value, trusting })
  }

  /** The first is read at once; others wait for their turn. */
  function choose(files: readonly File[]): void {
    const [first, ...rest] = files
    if (!first || state.value.step === 'busy') return
    meant = undefined
    open.value = true
    file.value = first
    waiting.value = rest
    read()
  }
  /** The file of an export, found where it was downloaded to. */
  function chooseOf(one: File, of: MeantFor): void {
    if (state.value.step === 'busy') return
    chosen.value = of.account
    choose([one])
    meant = of
  }
  /** Nothing is under way and nothing waits for the user. */
  const idle = computed(() => ['none', 'done', 'undone', 'cancelled'].includes(state.value.step))
  const settled = () =>
    new Promise<void>((resolve) => {
      const stop = watch(
        () => state.value.step,
        (step) => {
          if (step === 'busy') return
          queueMicrotask(() => stop())
          resolve()
        },
        { immediate: true },
      )
    })
  /** @param task key of the export task the file is of */
  function take(observedAt: number, task?: string): void {
    begin('importing')
    worker?.ask({
      ask: 'import',
      account: account.value,
      observedAt,
      now: rim.now(),
      ...(task === undefined ? {} : { task }),
    })
  }
  function undo(id: string): void {
    worker ??= rim.importer(hear)
    begin('undoing')
    worker.ask({ ask: 'undo', id, now: rim.now() })
  }
  function cancel(): void {
    worker?.ask({ ask: 'cancel' })
    // One that does not listen is ended: what it wrote so far nobody sees, and the next import sweeps it away.
    stopping = setTimeout(() => hear({ say: 'cancelled' }), patienceMs)
  }
  /** The rows that are left out, as a file. */
  function rejected(header: RejectedHeader): Promise<string> {
    return new Promise((resolve) => {
      listed = resolve
      worker?.ask({ ask: 'rejected', header })
    })
  }
  /** On to the next file, or out. */
  function close(): void {
    if (state.value.step === 'busy') return
    end()
    state.value = { step: 'none' }
    const [next, ...rest] = waiting.value
    file.value = next
    waiting.value = rest
    if (next) read()
    else open.value = false
  }
  return {
    open,
    state,
    file,
    waiting,
    account,
    past: past.value,
    choose,
    chooseOf,
    idle,
    settled,
    read,
    take,
    undo,
    cancel,
    rejected,
    close,
  }
})
