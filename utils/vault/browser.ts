import { now } from '@/utils/clock'
import type { Area, Surroundings } from './areas'
import { createKeeper, type Keeper } from './keeper'
import { watchOver } from './watch'

/**
 * The browser's own places. The worker closes both areas to content scripts whenever it starts; it is done here again,
 * because keys must not rely on the worker having been first.
 */
function area(own: chrome.storage.StorageArea): Area {
  const closed = own.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  closed.catch(() => {})
  return {
    async get(name) {
      return (await own.get(name))[name]
    },
    async set(name, value) {
      await closed
      await own.set({ [name]: value })
    },
    remove: (...names) => own.remove(names),
  }
}

export const surroundings = (): Surroundings => ({
  disk: area(chrome.storage.local),
  memory: area(chrome.storage.session),
  now,
  alone: (work) => navigator.locks.request('partner-lens-vault', work) as never,
})

let keeper: Keeper | undefined
/** The one keeper of keys of this page. */
export function browserKeeper(): Keeper {
  if (keeper) return keeper
  keeper = createKeeper(surroundings())
  chrome.storage.onChanged.addListener((changes, name) => {
    if (name !== 'local' && name !== 'session') return
    // That time goes on is no change.
    if (Object.keys(changes).some((key) => key.startsWith('keys.') && key !== 'keys.seen'))
      keeper?.changed()
  })
  watchOver(keeper, {
    now,
    uses: (heard) => {
      for (const name of ['pointerdown', 'keydown'])
        addEventListener(name, heard, { capture: true, passive: true })
    },
    systemLocks: (heard) =>
      chrome.idle.onStateChanged.addListener((state) => {
        if (state === 'locked') heard()
      }),
  })
  return keeper
}
