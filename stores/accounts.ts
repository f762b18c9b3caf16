import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { newestFirst } from '@/utils/cache/newest-first'
import type { Account } from '@/utils/cache/types'
import { follow, problemOf, type Problem, type Status } from './live'
import { useRim } from './rim'

const siteOf = (key: string) => key.split(':')[0] as Account['site']

/** Accounts whose records are kept; two accounts, or one on two sites, never mix. */
export const useAccounts = defineStore('accounts', () => {
  const rim = useRim()
  const live = follow<Account[]>(
    async () => (await rim.cache()).accounts(),
    [],
    async () => (await rim.firstLook?.())?.accounts,
  )
  const naming = shallowRef<Problem>()
  /** As the user chose; absent: the account of the page in front, else the one seen last. */
  const chosen = shallowRef<string>()
  const ofPage = shallowRef<string>()
  /** Site of the page in front where that page did not say whose it is. */
  const ofNobody = shallowRef<Account['site']>()

  /** Accounts that have rows although nobody noted them: those the console did not name yet. */
  const unlisted = shallowRef<readonly string[]>([])
  const accounts = computed(() => {
    const listed = newestFirst(live.value.value)
    const rest = unlisted.value.filter((key) => !listed.some((each) => each.key === key))
    return [...listed, ...rest.map((key): Account => ({ key, site: siteOf(key), lastSeenAt: 0 }))]
  })

  /** Asked anew whenever something was read, at most every two seconds; what came meanwhile is asked for after them. */
  const readings = follow(async () => (await rim.cache()).health(), [])
  const asked = shallowRef(false)
  let resting = false
  let again = false
  async function askWhoHasRows(): Promise<void> {
    again = resting
    if (resting) return
    resting = true
    try {
      unlisted.value = await (await rim.cache()).holders()
    } catch {
      // What is wrong with the cache is said by the lists themselves.
    }
    asked.value = true
    setTimeout(() => {
      resting = false
      if (again) void askWhoHasRows()
    }, 2000)
  }
  watch(readings.value, askWhoHasRows, { immediate: true })
  /** Nobody is known to have no account before both were asked. */
  const status = computed<Status>(() =>
    live.status.value === 'ready' && !asked.value ? 'loading' : live.status.value,
  )
  const current = computed(() => {
    const unknown = accounts.value.find(({ key }) => key === `${ofNobody.value}:?`)
    return chosen.value ?? ofPage.value ?? unknown?.key ?? accounts.value[0]?.key
  })

  async function name(key: string, label: string): Promise<void> {
    naming.value = undefined
    const site = siteOf(key)
    const present = live.value.value.find((each) => each.key === key)
    // An empty label is kept as such: what is noted is laid over what is there.
    const account: Account = {
      ...(present ?? { key, site, lastSeenAt: rim.now() }),
      label: label.trim(),
    }
    try {
      await (await rim.cache()).noteAccount(account)
    } catch (error) {
      naming.value = problemOf(error)
    }
  }
  /** Rows of an account nobody named become those of another one, for good. */
  async function give(from: string, to: string): Promise<void> {
    naming.value = undefined
    try {
      await (await rim.cache()).adoptUnknown(from, to)
      chosen.value = to
      await askWhoHasRows()
    } catch (error) {
      naming.value = problemOf(error)
    }
  }
  return {
    accounts,
    current,
    chosen,
    ofPage,
    ofNobody,
    naming,
    status,
    problem: live.problem,
    retry: live.retry,
    name,
    give,
  }
})
