/**
 * How long no answer comes before a page counts as calm, and how long what came waits at most, in ms. Shorter than the
 * wait for a settled table: an answer leaves before the table that is drawn from it.
 */
const quietMs = 100
const patienceMs = 2000
const mostItems = 300

/** Gathers what comes while a page is busy loading, and hands it on when it is calm: our work never competes with its own. */
export interface Calm<T> {
  put(item: T, bytes: number): void
  /** Hands on at once what is gathered: the page is about to go. */
  release(): void
  forget(): void
}

/** @param mostBytes what is gathered goes on early past this */
export function calm<T>(handOn: (items: T[]) => void, mostBytes: number): Calm<T> {
  let items: T[] = []
  let held = 0
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    clearTimeout(timer)
    timer = undefined
    items = []
    held = 0
  }
  const release = () => {
    const gathered = items
    forget()
    if (gathered.length > 0) handOn(gathered)
  }
  return {
    put(item, bytes) {
      if (items.length === 0) since = performance.now()
      items.push(item)
      held += bytes
      if (held > mostBytes || items.length >= mostItems) return release()
      clearTimeout(timer)
      const left = patienceMs - (performance.now() - since)
      timer = setTimeout(release, Math.max(0, Math.min(quietMs, left)))
    },
    release,
    forget,
  }
}
