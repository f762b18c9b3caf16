import { beforeEach, describe, expect, it } from 'vitest'
import {
  createReveals,
  type Asked,
  type Noted,
} from '@/entrypoints/console.content/features/masking/reveals'
import type { PageColumn } from '@/utils/sources/page/eyes'

/** A page of columns with one eye each, and a clock that only this test moves. */
interface Desk {
  columns: Map<string, { masked: number; eye: HTMLElement; presses: number; deaf?: boolean }>
  presses: { at: number; id: string }[]
  clock: number
  wall: number
  noted: Noted[]
  covered: string[]
  trouble: 'login' | 'layout' | undefined
  onPress?: () => void
}
let desk: Desk
const rows = 3
const list = (): PageColumn[] =>
  [...desk.columns].map(([id, { masked, eye }]) => ({
    id,
    header: id,
    masked,
    rows,
    cells: Array.from({ length: rows }, (_, at) => ({
      element: eye,
      text: 'x',
      masked: at < masked,
    })),
    headerCell: eye.parentElement as Element,
  }))
function reveals() {
  return createReveals({
    columns: list,
    learned: () => [],
    press: (element) => {
      for (const [id, column] of desk.columns) {
        if (column.eye !== element) continue
        desk.presses.push({ at: desk.clock, id })
        desk.onPress?.()
        if (!column.deaf) column.masked = column.masked === 0 ? rows : 0
      }
    },
    change: async (ms) => void (desk.clock += ms),
    pause: async (ms) => void (desk.clock += Math.max(0, ms)),
    now: () => desk.wall + desk.clock,
    steady: () => desk.clock,
    watch: () => () => desk.trouble,
    noted: (line) => desk.noted.push(line),
    changed: () => {},
    cover: (column, covered) => covered && desk.covered.push(column.id),
  })
}
const asked = (more: Partial<Asked> = {}): Asked => ({
  columns: 'all',
  seconds: 60,
  keep: false,
  why: 'all',
  most: 20,
  ...more,
})
function draw(count: number) {
  document.body.innerHTML = ''
  desk.columns.clear()
  for (let nth = 0; nth < count; nth++) {
    const head = document.createElement('div')
    head.innerHTML = '<button type="button" title="显示"></button>'
    document.body.append(head)
    const eye = head.firstElementChild as HTMLElement
    desk.columns.set(`c${nth}`, { masked: rows, eye, presses: 0 })
  }
}
const masked = () => [...desk.columns.values()].map((column) => column.masked)

beforeEach(() => {
  desk = {
    columns: new Map(),
    presses: [],
    clock: 0,
    wall: 1_800_000_000_000,
    noted: [],
    covered: [],
    trouble: undefined,
  }
})

describe('revealing', () => {
  it('presses at least one second apart and at most twenty times a gesture', async () => {
    draw(25)
    expect(await reveals().show(asked())).toBe(0)
    expect(desk.presses).toHaveLength(20)
    const gaps = desk.presses.slice(1).map(({ at }, nth) => at - (desk.presses[nth]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000)
    expect(desk.noted).toHaveLength(20)
  })
  it('keeps its pace from one gesture to the next', async () => {
    draw(2)
    const own = reveals()
    await own.show(asked({ columns: ['c0'] }))
    await own.show(asked({ columns: ['c1'] }))
    expect((desk.presses[1]?.at ?? 0) - (desk.presses[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
  })
  it('never presses what is shown already', async () => {
    draw(1)
    const own = reveals()
    await own.show(asked())
    await own.show(asked())
    expect(desk.presses).toHaveLength(1)
  })
  it('stops at the first press without effect, and does not press that control again', async () => {
    draw(3)
    const deaf = desk.columns.get('c1')
    if (deaf) deaf.deaf = true
    const own = reveals()
    await own.show(asked())
    expect(desk.presses.map(({ id }) => id)).toEqual(['c0', 'c1'])
    expect(list().map((each) => own.stateOf(each).state)).toEqual(['shown', 'failed', 'masked'])
    await own.show(asked())
    expect(desk.presses.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2'])
  })
  it.each(['login', 'layout'] as const)(
    'stops where the page shows trouble: %s',
    async (trouble) => {
      draw(3)
      desk.onPress = () => (desk.trouble = trouble)
      const own = reveals()
      await own.show(asked())
      expect(desk.presses).toHaveLength(1)
    },
  )
  it('stops at the user’s word; what is shown stays', async () => {
    draw(3)
    const own = reveals()
    desk.onPress = () => own.stop()
    await own.show(asked())
    expect(desk.presses).toHaveLength(1)
    expect(masked()).toEqual([0, rows, rows])
  })
})

describe('hiding', () => {
  it('closes every eye at once, without pace, and notes how long', async () => {
    draw(3)
    const own = reveals()
    await own.show(asked())
    desk.presses = []
    await own.hide('all')
    expect(desk.presses).toHaveLength(3)
    expect(new Set(desk.presses.map(({ at }) => at)).size).toBe(1)
    expect(masked()).toEqual([rows, rows, rows])
    expect(desk.noted.filter(({ seconds }) => seconds !== undefined)).toHaveLength(3)
  })
  it('covers what stays readable after the eye was closed', async () => {
    draw(1)
    const own = reveals()
    await own.show(asked())
    const only = desk.columns.get('c0')
    if (only) only.deaf = true
    await own.hide('all')
    expect(desk.covered).toEqual(['c0'])
    expect(own.stateOf(list()[0] as PageColumn).problem).toBe('still-shown')
  })
  it('closes what a slow answer shows after it was given up', async () => {
    draw(1)
    const only = desk.columns.get('c0')
    if (!only) throw new Error('not drawn')
    only.deaf = true
    const own = reveals()
    await own.show(asked())
    Object.assign(only, { masked: 0, deaf: false })
    own.settled(list())
    await Promise.resolve()
    expect(masked()).toEqual([rows])
  })
  it('ends a reveal that was asked for while the user left', async () => {
    draw(1)
    const own = reveals()
    desk.onPress = () => {
      if (desk.presses.length === 1) void own.tick(true)
    }
    await own.show(asked())
    await Promise.resolve()
    expect(masked()).toEqual([rows])
  })
  it.each([
    ['its time is over', 61_000, 61_000],
    ['the machine slept: only the wall clock went on', 3_600_000, 10],
    ['the wall clock was set back', -3_600_000, 10],
    ['the wall clock stands still', 0, 61_000],
  ])('happens by itself when %s', async (_, wall, steady) => {
    draw(1)
    const own = reveals()
    await own.show(asked())
    expect(own.tick()).toBeUndefined()
    desk.clock += steady
    desk.wall += wall - steady
    await own.tick()
    expect(masked()).toEqual([rows])
  })
})

describe('rows of another page', () => {
  const turn = () => {
    for (const column of desk.columns.values()) column.masked = rows
  }
  it('are shown within the time where the user asked for it', async () => {
    draw(1)
    const own = reveals()
    await own.show(asked({ keep: true }))
    turn()
    own.settled(list())
    await own.show(asked({ columns: [] }))
    expect(masked()).toEqual([0])
    expect(desk.presses[1]?.at).toBeGreaterThanOrEqual(1000)
  })
  it('stay hidden otherwise, and the reveal is over', async () => {
    draw(1)
    const own = reveals()
    await own.show(asked())
    turn()
    own.settled(list())
    await own.show(asked({ columns: [] }))
    expect(masked()).toEqual([rows])
    expect(desk.noted.at(-1)?.seconds).toBeDefined()
  })
  it('stay hidden after the time', async () => {
    draw(1)
    const own = reveals()
    await own.show(asked({ keep: true }))
    await own.tick(true)
    turn()
    own.settled(list())
    await own.show(asked({ columns: [] }))
    expect(masked()).toEqual([rows])
  })
})
