import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Account } from '@/utils/cache/types'
import { follow, problemOf, type Problem } from './live'
import { useRim } from './rim'

export const isUnknown = (key: string): boolean => key.endsWith(':?')

const siteOf = (key: string) => key.split(':')[0] as Account['site']

/** Accounts whose records are kept; two accounts, or one on two sites, never mix. */
export const useAccounts = defineStore('accounts', () => {
  const rim = useRim()
  const live = follow<Account[]>(async () => (await rim.cache()).accounts(), [])
  const naming = shallowRef<Problem>()
  /** As the user chose; absent: the account of the page in front, else the one seen last. */
  const chosen = shallowRef<string>()
  const ofPage = shallowRef<string>()

  /** Accounts that have rows although nobody noted them: those the console did not name yet. */
  const unlisted = shallowRef<readonly string[]>([])
  const newestFirst = computed(() => {
    const listed = [...live.value.value].sort((a, b) => b.lastSeenAt - a.lastSeenAt)
    const rest = unlisted.value.filter((key) => !listed.some((each) => each.key === key))
    return [...listed, ...rest.map((key): Account => ({ key, site: siteOf(key), lastSeenAt: 0 }))]
  })

  /** Asks anew whenever something was read, at most every two seconds. */
  const readings = follow(async () => (await rim.cache()).health(), [])
  let asking = false
  watch(
    readings.value,
    async () => {
      if (asking) return
      asking = true
      try {
        const usage = await (await rim.cache()).usage()
        unlisted.value = [
          ...new Set(usage.filter(({ rows }) => rows > 0).map((each) => each.account)),
        ]
      } catch {
        // What is wrong with the cache is said by the lists themselves.
      }
      setTimeout(() => (asking = false), 2000)
    },
    { immediate: true },
  )
  const current = computed(() => chosen.value ?? ofPage.value ?? newestFirst.value[0]?.key)

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
  return {
    accounts: newestFirst,
    current,
    chosen,
    ofPage,
    naming,
    status: live.status,
    problem: live.problem,
    retry: live.retry,
    name,
  }
})
