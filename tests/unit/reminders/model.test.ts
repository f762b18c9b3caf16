import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cache, Reminder, ReminderChange } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import { reconcile, type ReminderNotice } from '@/utils/reminders/reconcile'
import { defaultSettings } from '@/utils/settings'

const hour = 3_600_000
const start = Date.UTC(2030, 0, 1)
const rules = defaultSettings.exportReminderHours
const ids = ['A', 'B', 'C']

/** The world outside: what the console lists and what became of its files. */
interface Task {
  requestedAt: number
  status: 'running' | 'completed' | 'failed'
  fetched: boolean
  gone: boolean
}
type State = 'missed' | 'shown' | { claimedAt: number }
class Model {
  readonly tasks = new Map<string, Task>()
  readonly states = new Map<string, State>()
  now = start

  /** Which reminders a look at this moment must show, said without the product's code. */
  look(): string[] {
    const due: string[] = []
    for (const [id, task] of this.tasks) {
      if (task.status !== 'completed' || task.fetched || task.gone) continue
      const lapse = task.requestedAt + 72 * hour
      const past = rules.filter((each) => lapse - each * hour <= this.now)
      for (const each of rules)
        if (!past.includes(each) && this.states.get(`${id}|${each}`) !== 'shown')
          this.states.delete(`${id}|${each}`)
      const latest = Math.min(...past)
      // Given up too soon: told after all, where no later one was.
      const last = (each: number) =>
        each === latest &&
        lapse > this.now &&
        !rules.some((other) => other < each && this.states.get(`${id}|${other}`) === 'shown')
      for (const each of past) {
        const name = `${id}|${each}`
        const state = this.states.get(name)
        if (state === 'shown' || (state === 'missed' && !last(each))) continue
        if (lapse <= this.now || each !== latest) this.states.set(name, 'missed')
        else if (typeof state !== 'object' || Math.abs(this.now - state.claimedAt) >= 60_000)
          due.push(name)
      }
    }
    return due.sort()
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
  fc.record({ do: fc.constant('observe' as const), id: fc.constantFrom(...ids) }),
  fc.record({ do: fc.constant('change' as const), id: fc.constantFrom(...ids), to: outcome }),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      after: sleep,
      end: fc.constantFrom('well', 'well', 'refused', 'killed'),
    }),
  },
)

test('TIME-02 TIME-05 reminders against a plain model: observe, complete, fetch, sleep, kill, clock set', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }),
      async (commands) => {
        const model = new Model()
        const store = new Map<string, Reminder>()
        const shown: string[] = []
        for (const each of commands) {
          if (each.do === 'observe' && !model.tasks.has(each.id)) {
            const fresh = { status: 'completed', fetched: false, gone: false } as const
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
              if (each.end === 'well') model.states.set(id, 'shown')
              if (each.end === 'killed') model.states.set(id, { claimedAt: model.now })
              if (each.end === 'well') shown.push(id)
            }
            const tasks = told.map(({ taskKey }) => taskKey)
            expect(new Set(tasks).size).toBe(tasks.length)
          }
        }
        expect(new Set(shown).size).toBe(shown.length)
      },
    ),
    { numRuns: process.env.LONG ? 10_000 : 1000 },
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
    status,
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
    read: () => Promise.resolve([...model.tasks].map(row) as unknown as StoredRecord[]),
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
