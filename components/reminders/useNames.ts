import { shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { layoutOf } from '@/components/records/layout'
import { useRim } from '@/stores/rim'
import type { Reminder } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

const kindIn = ({ kind = 'exportTask' }: Reminder): KindName => kind
const markOf = (kind: KindName, account: string, key: string) => `${kind}|${account}|${key}`

/** What the records are called that reminders speak of; where nothing is known, their number. */
export function useNames(
  reminders: MaybeRefOrGetter<readonly Reminder[]>,
): (reminder: Reminder) => string {
  const rim = useRim()
  const names = shallowRef<ReadonlyMap<string, string>>(new Map())
  const lists = () => [
    ...new Set(toValue(reminders).map((each) => JSON.stringify([kindIn(each), each.account]))),
  ]
  let round = 0
  watch(
    () => lists().join(),
    async () => {
      const own = ++round
      const wanted = lists().map((text) => JSON.parse(text) as [KindName, string])
      const read = async ([kind, account]: [KindName, string]) =>
        (await (await rim.cache()).read(kind, account)).flatMap((row) => {
          const name = nameOf(kind, row)
          return name === undefined ? [] : [[markOf(kind, account, row.$.key), name] as const]
        })
      // Without the cache they keep their numbers; the lists themselves say what is wrong with it.
      const found = await Promise.all(wanted.map(read)).catch(() => [])
      if (own === round) names.value = new Map(found.flat())
    },
    { immediate: true },
  )
  return (reminder) =>
    names.value.get(markOf(kindIn(reminder), reminder.account, reminder.taskKey)) ??
    reminder.taskKey
}

/** As a card of it is headed; a file by its own name where it has none other. Masked, as everything that is kept. */
function nameOf(kind: KindName, row: StoredRecord): string | undefined {
  const fields = kind === 'exportTask' ? ['name', 'fileName'] : layoutOf(kind).title
  const name = fields.map((field) => row[field]).find((value) => typeof value === 'string')
  return typeof name === 'string' && name !== row.$.key ? name : undefined
}
