import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Wish } from '@/utils/sources/api/steps'
import type { Schedule } from '@/utils/sync/schedule'
import type { Said } from '@/utils/sync/session'
import type { Credentials, Keys, Notes, SyncHead } from '@/utils/sync/types'
import { useAccounts } from './accounts'
import { originsOf } from './keys'
import { follow, problemOf, type Problem } from './live'
import { useNames } from './names'
import { useRim } from './rim'
import { useSettings } from './settings'

const noNotes: Notes = { history: {}, reconciled: { differences: [], missing: {} } }

/** Why no sync can begin or go on here and now. */
export type Obstacle = 'none' | 'locked' | 'permission' | 'elsewhere' | 'other-keys'

/** The sync of the open API: what is kept of it, and this page's worker. */
export const useSync = defineStore('sync', () => {
  const rim = useRim()
  const accounts = useAccounts()
  const settings = useSettings()
  const names = useNames()
  const schedule = shallowRef<Schedule>({})
  const unschedule = rim.onSchedule?.((next) => (schedule.value = next))
  onScopeDispose(() => unschedule?.())
  const door = () => {
    if (!rim.syncDoor) throw new Error('this page has no way to a sync')
    return rim.syncDoor()
  }
  const heads = follow<SyncHead[]>(async () => (await door()).store.heads(), [])
  const notes = follow<(Notes & { account: string })[]>(
    async () => (await door()).store.allNotes(),
    [],
  )
  const credentials = shallowRef<Credentials | 'loading'>('loading')
  const permitted = shallowRef(false)
  /** This page's worker is at work, or waits for another page's. */
  const working = shallowRef(false)
  const elsewhere = shallowRef(false)
  const otherKeys = shallowRef(false)
  const problem = shallowRef<Problem>()

  const keys = computed<Keys | undefined>(() =>
    typeof credentials.value === 'string' ? undefined : credentials.value,
  )
  const site = computed(() => keys.value?.site)
  /** Whose records they become; an account of another site never gets them. */
  const account = computed(() => {
    if (site.value === undefined) return accounts.current ?? ''
    const prefix = `${site.value}:`
    const { current = '' } = accounts
    return current.startsWith(prefix) ? current : `${prefix}?`
  })
  const head = computed(() => heads.value.value.find((each) => each.account === account.value))
  const noted = computed(
    () => notes.value.value.find((each) => each.account === account.value) ?? noNotes,
  )
  const obstacle = computed<Obstacle | undefined>(() => {
    if (credentials.value === 'none' || credentials.value === 'locked') return credentials.value
    if (!permitted.value) return 'permission'
    if (elsewhere.value) return 'elsewhere'
    return otherKeys.value ? 'other-keys' : undefined
  })

  let looked: Promise<void> | undefined
  /** Of several looks under way the newest is believed: keys are entered and locked between two. */
  function look(): Promise<void> {
    const own: Promise<void> = lookOnce(() => own === looked).then(() =>
      own === looked ? undefined : looked,
    )
    return (looked = own)
  }
  async function lookOnce(newest: () => boolean): Promise<void> {
    try {
      const found = (await rim.credentials?.()) ?? 'none'
      const allowed = typeof found !== 'string' && (await rim.hasOrigins(originsOf(found.site)))
      if (!newest()) return
      credentials.value = found
      permitted.value = allowed
    } catch (error) {
      if (!newest()) return
      problem.value = problemOf(error)
      credentials.value = 'none'
    }
  }
  /** In the turn of the user's press. */
  async function permit(): Promise<void> {
    permitted.value = site.value !== undefined && (await rim.requestOrigins(originsOf(site.value)))
  }

  interface Begin {
    wish?: Wish
    again?: boolean
    otherKeys?: boolean
    auto?: boolean
  }
  async function begin(more: Begin = {}): Promise<void> {
    await look()
    if (keys.value === undefined || !permitted.value) return
    problem.value = undefined
    otherKeys.value = false
    working.value = true
    const { rememberNames } = settings.settings
    const dataKey = rememberNames ? await (await rim.names?.())?.dataKey() : undefined
    const order = {
      do: 'start',
      account: account.value,
      keys: keys.value,
      share: settings.settings.syncShare,
      ...(dataKey === undefined ? {} : { dataKey }),
      ...more,
    }
    // Plain values only: a reactive object cannot be sent.
    const sent = JSON.parse(JSON.stringify(order)) as typeof order & { do: 'start' }
    ;(await door()).order(sent)
  }
  const pause = async (): Promise<void> => (await door()).order({ do: 'pause' })
  /** What is left of the plan is forgotten; what was read stays. */
  async function discard(): Promise<void> {
    const whose = account.value
    if (working.value) await pause()
    await over()
    await (await door()).store.remove(whose)
  }

  let ended: (() => void)[] = []
  /** When this page's worker has put down what it was at. */
  const over = (): Promise<void> =>
    working.value ? new Promise((resolve) => ended.push(resolve)) : Promise.resolve()
  function hear(said: Said): void {
    if (said.said === 'elsewhere') elsewhere.value = true
    if (said.said === 'head') elsewhere.value = false
    if (said.said === 'other-keys') otherKeys.value = true
    if (said.said === 'failed') problem.value = problemOf(Object.assign(new Error(), said))
    if (said.said !== 'over' && said.said !== 'failed') return
    void names.look()
    working.value = false
    elsewhere.value = false
    for (const resolve of ended) resolve()
    ended = []
  }
  let stop: (() => void) | undefined
  void door().then((opened) => (stop = opened.listen(hear)))
  onScopeDispose(() => stop?.())

  // One that was at work when its page was closed goes on by itself.
  watch(
    [head, obstacle],
    () => {
      if (head.value?.state !== 'running' || working.value || obstacle.value) return
      if (credentials.value !== 'loading') void begin({ auto: true })
    },
    { immediate: true },
  )
  void look()
  // Keys are entered and locked elsewhere; a vault that locks ends the use of its keys here too. What was at work goes on,
  // here or anywhere, once it is open again.
  async function check(): Promise<void> {
    await look()
    if (working.value && keys.value === undefined) (await door()).order({ do: 'leave' })
  }
  const checking = setInterval(check, 30_000)
  addEventListener('focus', check)
  let forgo: (() => void) | undefined
  void rim.keys?.().then((keeper) => {
    forgo = keeper.onChange(() => void check())
    // What was entered since the first look and before this one heard of it.
    return check()
  })
  onScopeDispose(() => {
    clearInterval(checking)
    removeEventListener('focus', check)
    forgo?.()
  })
  return {
    schedule,
    account,
    site,
    head,
    noted,
    obstacle,
    credentials,
    working,
    problem,
    status: heads.status,
    failed: heads.problem,
    retry: heads.retry,
    look,
    permit,
    begin,
    pause,
    discard,
  }
})
