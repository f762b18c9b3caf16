import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cache, Reminder, ReminderChange } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import { close, snooze, snoozedTo } from '@/utils/reminders/act'
import { reconcile, type ReminderNotice } from '@/utils/reminders/reconcile'
import { defaultSettings } from '@/utils/settings'

const hour = 3_600_000
const start = Date.UTC(2030, 0, 1)
const rules = defaultSettings.exportReminderHours
const ids = ['A', 'B', 'C']

/** The world outside: what the console lists and what became of its files. */
interface Task {
  requestedAt: number
  status: 'unknown' | 'running' | 'completed' | 'failed'
  fetched: boolean
  gone: boolean
}
interface Entry {
  due: number
  state: 'planned' | 'missed' | 'shown' | 'done'
  seen?: boolean
  claimedAt?: number
  snoozed?: number
}
class Model {
  readonly tasks = new Map<string, Task>()
  readonly entries = new Map<string, Entry>()
  readonly closed = new Set<string>()
  now = start

  of = (id: string) => [...this.entries].filter(([name]) => name.startsWith(`${id}|`))
  shown = (id: string) => this.of(id).filter(([, { state }]) => state === 'shown')

  /** Which reminders a look at this moment must show, said without the product's code. */
  look(): string[] {
    return [...this.tasks].flatMap(([id, task]) => this.lookAt(id, task)).sort()
  }
  private lookAt(id: string, task: Task): string[] {
    const { now, entries } = this
    const lapse = task.requestedAt + 72 * hour
    const live = !task.fetched && !task.gone && task.status !== 'failed'
    const running = task.status === 'running'
    // "Ready" is for what was seen running.
    const wanted =
      !live || task.status === 'unknown'
        ? []
        : running
          ? [0]
          : [...rules, ...(entries.has(`${id}|0`) ? [0] : [])]
    for (const [name, each] of this.of(id)) {
      if (wanted.some((hours) => name === `${id}|${hours}`)) continue
      if (each.state === 'planned' && name.endsWith('|0')) entries.delete(name)
      else if (each.state === 'planned') each.state = task.fetched ? 'done' : 'missed'
      else if (each.state === 'shown' && task.fetched) each.state = 'done'
    }
    const all = wanted.map((hours): [string, Entry] => {
      const name = `${id}|${hours}`
      const before = entries.get(name)
      const happened = before === undefined || before.due === Infinity ? now : before.due
      const due = hours > 0 ? lapse - hours * hour : running ? Infinity : happened
      const each: Entry = before ?? { due, state: 'planned' }
      if (this.closed.has(id)) each.state = 'done'
      else each.due = due === Infinity ? due : (each.snoozed ?? due)
      if (each.state !== 'shown' && !this.closed.has(id) && each.due > now) each.state = 'planned'
      entries.set(name, each)
      return [name, each]
    })
    const past = all.map(([, each]) => each).filter((each) => each.due <= now)
    const latest = past.reduce<Entry | undefined>((a, b) => (a && a.due > b.due ? a : b), undefined)
    // Given up too soon: told after all, where no later one was.
    const later = all.some(([, { state, due }]) => state === 'shown' && due > (latest?.due ?? 0))
    const again = lapse > now && latest?.state === 'missed' && !later ? latest : undefined
    return all.flatMap(([name, each]) => {
      if (each.due > now || (each.state !== 'planned' && each !== again)) return []
      if (lapse <= now || each !== latest) each.state = each.seen ? 'shown' : 'missed'
      else if (each.claimedAt === undefined || Math.abs(now - each.claimedAt) >= 60_000)
        return [name]
      return []
    })
  }
}

const sleep = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 90_000 }),
  fc.integer({ min: 1, max: 30 * hour }),
  fc.integer({ min: -8 * hour, max: -1 }),
)
const outcome = fc.constantFrom<Partial<Task>>(
  { status: 'running' },
  { status: 'completed' },
  { status: 'failed' },
  { fetched: true },
  { gone: true },
  { gone: false },
)
const command = fc.oneof(
  fc.record({
    do: fc.constant('observe' as const),
    id: fc.constantFrom(...ids),
    as: fc.constantFrom('unknown' as const, 'running' as const, 'completed' as const),
  }),
  fc.record({ do: fc.constant('change' as const), id: fc.constantFrom(...ids), to: outcome }),
  fc.record({
    do: fc.constant('snooze' as const),
    id: fc.constantFrom(...ids),
    how: fc.constantFrom('hour' as const, 'tomorrow' as const, 'next' as const),
  }),
  fc.record({ do: fc.constant('close' as const), id: fc.constantFrom(...ids) }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      after: sleep,
      end: fc.constantFrom('well', 'well', 'refused', 'killed'),
    }),
  },
)

test('TIME-02 TIME-05 reminders against a plain model: observe, run, complete, fail, fetch, snooze, close, sleep, kill, clock set', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }),
      async (commands) => {
        const model = new Model()
        const store = new Map<string, Reminder>()
        const shown: string[] = []
        const allowed = new Map<string, number>()
        for (const each of commands) {
          if (each.do === 'observe' && !model.tasks.has(each.id)) {
            const fresh = { status: each.as, fetched: false, gone: false }
            model.tasks.set(each.id, { ...fresh, requestedAt: model.now })
          } else if (each.do === 'change') {
            const task = model.tasks.get(each.id)
            // A file that was fetched or failed stays so.
            if (task && !task.fetched && task.status !== 'failed') Object.assign(task, each.to)
          } else if (each.do === 'look') {
            model.now += each.after
            const told = await look(model, store, each.end)
            const expected = model.look()
            expect(told.map(({ id }) => id).sort()).toEqual(expected)
            for (const id of expected) {
              const entry = model.entries.get(id) as Entry
              if (each.end === 'killed') entry.claimedAt = model.now
              if (each.end !== 'killed') delete entry.claimedAt
              if (each.end === 'well') {
                Object.assign(entry, { state: 'shown', seen: true })
                shown.push(id)
              }
            }
            const tasks = told.map(({ taskKey }) => taskKey)
            expect(new Set(tasks).size).toBe(tasks.length)
          } else if (each.do === 'snooze') {
            const seen = model.shown(each.id)
            const names = seen.map(([name]) => name)
            await snooze(
              cacheOf(model, store, () => false),
              names,
              each.how,
              model.now,
            )
            const to = snoozedTo(each.how, model.now)
            if (to === undefined) continue
            for (const [name, entry] of seen) {
              Object.assign(entry, { state: 'planned', snoozed: to, due: to })
              allowed.set(name, (allowed.get(name) ?? 0) + 1)
            }
          } else if (each.do === 'close') {
            const present = model.of(each.id)
            const names = present.map(([name]) => name)
            await close(
              cacheOf(model, store, () => false),
              names,
              model.now,
            )
            if (present.length > 0) model.closed.add(each.id)
            for (const [, entry] of present) entry.state = 'done'
          }
        }
        // Each once, and once more for every time it was put off.
        for (const name of new Set(shown)) {
          const times = shown.filter((each) => each === name).length
          expect(times).toBeLessThanOrEqual(1 + (allowed.get(name) ?? 0))
        }
      },
    ),
    {
      numRuns: process.env.LONG ? 10_000 : 1000,
      // A difference is told within this time, made as small as it allows.
      interruptAfterTimeLimit: 20_000,
      markInterruptAsFailure: true,
    },
  )
}, 120_000)

/** One run of the product's reconcile; `killed` ends the context between claiming and showing. */
async function look(
  model: Model,
  store: Map<string, Reminder>,
  end: string,
): Promise<ReminderNotice[]> {
  const told: ReminderNotice[] = []
  let alarm: number | undefined
  const run = reconcile(
    cacheOf(model, store, () => end === 'killed' && told.length > 0),
    model.now,
    {
      notify: (notices) => {
        told.push(...notices)
        return end === 'killed'
          ? Promise.reject(new Error('killed'))
          : Promise.resolve(end === 'well')
      },
      setAlarm: (at) => Promise.resolve(void (alarm = at)),
    },
  )
  if (end === 'killed') await run.catch(() => {})
  else await run
  if (end === 'killed' && told.length > 0) expect(alarm).toBeLessThanOrEqual(model.now + 60_000)
  return told
}

function cacheOf(model: Model, store: Map<string, Reminder>, dead: () => boolean): Cache {
  const row = ([key, { fetched, gone, status, requestedAt }]: [string, Task]) => ({
    taskId: key,
    ...(status === 'unknown' ? {} : { status }),
    requestedAt,
    ...(fetched ? { downloadedAt: requestedAt } : {}),
    $: {
      account: 'cn:a',
      key,
      source: 'page',
      observedAt: requestedAt,
      ...(gone ? { goneAt: 1 } : {}),
    },
  })
  const partial: Partial<Cache> = {
    settings: () => Promise.resolve(defaultSettings),
    read: (kind) =>
      Promise.resolve(
        (kind === 'exportTask' ? [...model.tasks].map(row) : []) as unknown as StoredRecord[],
      ),
    changeReminders: <T>(change: (present: Reminder[]) => ReminderChange<T>) => {
      if (dead()) return Promise.reject(new Error('the context is gone'))
      const { put, remove, result } = change([...store.values()].map((each) => ({ ...each })))
      for (const each of put) store.set(each.id, { ...each })
      for (const id of remove) store.delete(id)
      return Promise.resolve(result)
    },
  }
  return partial as Cache
}
