import { isWaiting } from '@/utils/cache/glance'
import type { Reminder } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import { outOfQuiet } from '@/utils/settings/quiet'
import { topics, type Topic } from '@/utils/settings/rule'
import { about, ruleOf } from './topics'

const hour = 3_600_000
/** Of other kinds than exports only what comes up before the next look is planned; a look is due every hour. */
const aheadMs = 36 * hour

export type Wanted = Pick<
  Settings,
  'exportReminderHours' | 'retentionHours' | 'reminderRules' | 'quiet' | 'mutedAccounts'
>
/** Rows by kind; a kind that is not there was not looked at, and its reminders stand. */
export type Rows = Partial<Record<KindName, readonly StoredRecord[]>>

/** A record somebody is to be reminded of, with its reminders as the rules say them. */
export interface Subject {
  kind: KindName
  record: StoredRecord
  /** Epoch ms; Infinity where there is none. */
  deadline: number
  /** An export file that is there and was not fetched. */
  waits: boolean
  reminders: Reminder[]
}

export function* subjectsOf(
  rows: Rows,
  known: ReadonlyMap<string, Reminder>,
  settings: Wanted,
  now: number,
): Generator<Subject> {
  yield* exportsOf(rows.exportTask ?? [], known, settings, now)
  for (const topic of topics) {
    if (topic !== 'ready' && topic !== 'lapse') yield* othersOf(topic, rows, known, settings, now)
  }
}

function* exportsOf(
  tasks: readonly StoredRecord[],
  known: ReadonlyMap<string, Reminder>,
  settings: Wanted,
  now: number,
): Generator<Subject> {
  const [ready, lapse] = [ruleOf('ready', settings), ruleOf('lapse', settings)]
  const hours = lapse.on ? [...new Set(lapse.hours)].filter((each) => each > 0) : []
  const asked = tasks.filter(
    (task) => about.ready.applies(task, ready) && !settings.mutedAccounts.includes(task.$.account),
  )
  const nameOf = names(asked, known)
  for (const record of asked) {
    const waits = isWaiting(record)
    const deadline = about.lapse.deadline(record, settings) ?? Infinity
    const { account, key: taskKey } = record.$
    const of = (before: number, dueAt: number): Reminder => ({
      id: `${nameOf(record)}|${before}`,
      account,
      taskKey,
      hours: before,
      dueAt,
      state: 'planned',
    })
    const reminders =
      waits && deadline !== Infinity
        ? hours.map((each) =>
            of(each, outOfQuiet(deadline - each * hour, deadline, settings.quiet)),
          )
        : []
    // Told only of what was seen running: a file that was ready before is no news, nor one of a state not yet known.
    const before = known.get(`${nameOf(record)}|0`)
    if (ready.on && (record.status === 'running' || before !== undefined)) {
      const since =
        before?.dueAt === Infinity ? outOfQuiet(now, deadline, settings.quiet) : before?.dueAt
      reminders.push(of(0, waits ? (since ?? now) : Infinity))
    }
    if (waits || reminders.length > 0)
      yield { kind: 'exportTask', record, deadline, waits, reminders }
  }
}

/**
 * What reminders of a task are named by: its key. Where two accounts have a task of the same key, the one that came
 * second by its account as well; neither may stand for the other.
 */
function names(
  tasks: readonly StoredRecord[],
  known: ReadonlyMap<string, Reminder>,
): (task: StoredRecord) => string {
  const byName = new Map(
    [...known].map(([id, { account }]) => [id.slice(0, id.lastIndexOf('|')), account]),
  )
  const owners = new Map<string, string>()
  for (const { $ } of tasks) {
    const owner = owners.get($.key)
    const first = byName.get($.key)
    if (owner === undefined || (owner !== first && ($.account === first || $.account < owner)))
      owners.set($.key, $.account)
  }
  return ({ $ }) => (owners.get($.key) === $.account ? $.key : `${$.account}|${$.key}`)
}

function* othersOf(
  topic: Exclude<Topic, 'ready' | 'lapse'>,
  rows: Rows,
  known: ReadonlyMap<string, Reminder>,
  settings: Wanted,
  now: number,
): Generator<Subject> {
  const { kind, deadline: until, applies } = about[topic]
  const rule = ruleOf(topic, settings)
  if (!rule.on) return
  // What is told when it happens has no hours: it is due when it is seen.
  const hours = rule.below === undefined ? rule.hours : [0]
  const most = Math.max(0, ...hours) * hour
  for (const record of rows[kind] ?? []) {
    const deadline = until(record, settings) ?? Infinity
    if (deadline <= now || (deadline - most > now + aheadMs && rule.below === undefined)) continue
    const { account, key: taskKey } = record.$
    if (!applies(record, rule) || settings.mutedAccounts.includes(account)) continue
    const reminders = hours.map((each): Reminder => {
      const id = `${kind}:${account}|${taskKey}|${each}`
      const dueAt =
        rule.below === undefined ? deadline - each * hour : (known.get(id)?.dueAt ?? now)
      return {
        id,
        kind,
        account,
        taskKey,
        hours: each,
        dueAt: outOfQuiet(dueAt, deadline, settings.quiet),
        state: 'planned',
      }
    })
    yield { kind, record, deadline, waits: false, reminders }
  }
}
