import type { Rim } from '@/stores/rim'

/** Puts the loading of what is shown later off until what can be shown at once is on the screen. */
export function afterFirstPaint<T>(rim: Rim, load: () => Promise<T>): () => Promise<T> {
  return async () => {
    await rim.painted?.()
    return load()
  }
}
