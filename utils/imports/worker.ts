import { openLean } from '@/utils/cache/lean'
import { ImportJob } from './job'
import type { ImportOrder, ImportWord } from './types'

/* A dedicated worker of one of our pages: one file, from reading to undoing. Whoever ends it leaves nothing half done. */

const lockOf = (batch: string) => `partner-lens.import.${batch}`

const job = new ImportJob({
  open: openLean,
  say: (word: ImportWord) => postMessage(word),
  isRunning: async (batch) => {
    const { held = [] } = await navigator.locks.query()
    return held.some(({ name }) => name === lockOf(batch))
  },
  // Held until the worker ends, however it ends.
  claim: (batch) => void navigator.locks.request(lockOf(batch), () => new Promise(() => {})),
})
addEventListener('message', ({ data }: MessageEvent<ImportOrder>) => void job.take(data))
