import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import ReminderInbox from '@/components/reminders/ReminderInbox.vue'
import ReminderLog from '@/components/reminders/ReminderLog.vue'
import type { Reminder } from '@/utils/cache/types'
import { hour, noon, openPage, testId } from '../page'
import { coupon, exportTask } from '../rows'

const reminder = (id: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  account: 'cn:alice',
  taskKey: id.split('|')[0] ?? id,
  hours: 24,
  dueAt: noon - hour,
  state: 'shown',
  shownAt: noon - hour,
  ...more,
})
const inbox = (...reminders: Reminder[]) =>
  openPage(() => h(ReminderInbox), { kept: { reminders } })
const of = async (press: string, ...reminders: Reminder[]) => {
  const opened = await inbox(...reminders)
  await opened.page.get(testId(press)).trigger('click')
  await flushPromises()
  return opened
}

describe('reminders that wait', () => {
  it('are listed until something is done about them', async () => {
    const { page } = await inbox(
      reminder('A|24'),
      reminder('B|1', { state: 'planned' }),
      reminder('C|6', { acted: 'opened' }),
    )
    expect(page.text()).toContain('1 项提醒')
    expect(page.text()).toContain('提前 24 小时：A')
  })
  it('name the record, and give its number where it has no name', async () => {
    const { page } = await openPage(() => h(ReminderInbox), {
      kept: {
        reminders: [
          reminder('E1|24'),
          reminder('E2|24'),
          reminder('coupon:cn:alice|C1|168', { kind: 'coupon', hours: 168, taskKey: 'C1' }),
        ],
        rows: {
          exportTask: [
            exportTask({ name: '三月账单' }, { key: 'E1' }),
            exportTask({ name: '别人的' }, { key: 'E2', account: 'cn:bob' }),
          ],
          coupon: [coupon({ planName: '伙伴扶持券' }, { key: 'C1' })],
        },
      },
    })
    const lines = page.findAll('li').map((each) => each.text())
    expect(lines[0]).toContain('三月账单')
    expect(lines[1]).toContain('：E2')
    expect(lines[2]).toContain('伙伴扶持券')
  })
  it('are put off for an hour, until tomorrow at nine or until due again', async () => {
    const hourly = await of('snooze-hour', reminder('A|24'))
    expect(hourly.store.kept.reminders[0]).toMatchObject({ state: 'planned', dueAt: noon + hour })
    expect(hourly.asked).toContainEqual(['reminders.changed', {}])
    const later = await of('snooze-tomorrow', reminder('A|24'))
    expect(new Date(later.store.kept.reminders[0]?.dueAt ?? 0).getHours()).toBe(9)
    const next = await of('snooze-next', reminder('A|24'))
    expect(next.store.kept.reminders[0]).toMatchObject({ state: 'shown', acted: 'snoozed' })
    expect(next.page.find(testId('reminder-inbox')).exists()).toBe(false)
  })
  it('are done with for good', async () => {
    const { store, page } = await of('reminders-done', reminder('A|24'))
    expect(store.kept.reminders[0]).toMatchObject({ state: 'done', closed: true, actedAt: noon })
    expect(page.find(testId('reminder-inbox')).exists()).toBe(false)
  })
  it('are not there where there are none', async () => {
    expect((await inbox()).page.find(testId('reminder-inbox')).exists()).toBe(false)
  })
})

describe('the log', () => {
  it('says what is planned, was shown, was missed and was done', async () => {
    const { page } = await openPage(() => h(ReminderLog), {
      kept: {
        reminders: [
          reminder('P|1', { state: 'planned', dueAt: noon + hour, shownAt: undefined as never }),
          reminder('S|24', { acted: 'snoozed', snoozedTo: noon }),
          reminder('M|6', { state: 'missed' }),
          reminder('D|0', { state: 'done', acted: 'downloaded' }),
          reminder('coupon:cn:alice|C|168', { kind: 'coupon', hours: 168, taskKey: 'C' }),
          reminder('W|0', { state: 'planned', dueAt: Infinity }),
        ],
      },
      language: 'en',
    })
    const text = page.text()
    for (const each of ['Planned', 'Missed', 'put off to', 'downloaded', '7 days before: C'])
      expect(text).toContain(each)
    expect(page.findAll('li')).toHaveLength(5)
  })
})
