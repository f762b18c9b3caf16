import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calm } from '@/entrypoints/console.content/calm'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('hands on what came together once nothing comes any more', () => {
  const got: string[][] = []
  const gathered = calm<string>((all) => void got.push(all), 1000)
  gathered.put('a', 1)
  vi.advanceTimersByTime(60)
  gathered.put('b', 1)
  vi.advanceTimersByTime(60)
  expect(got).toEqual([])
  vi.advanceTimersByTime(60)
  expect(got).toEqual([['a', 'b']])
  gathered.put('c', 1)
  vi.advanceTimersByTime(200)
  expect(got).toEqual([['a', 'b'], ['c']])
})

it('waits no longer than two seconds for a page that never rests', () => {
  const got: number[][] = []
  const gathered = calm<number>((all) => void got.push(all), 1000)
  for (let at = 0; at < 50; at++) {
    gathered.put(at, 1)
    vi.advanceTimersByTime(50)
  }
  expect(got).toHaveLength(1)
  expect(got[0]?.length).toBeGreaterThan(30)
})

it('gathers no more than it was told to, and nothing after it was forgotten', () => {
  const got: string[][] = []
  const gathered = calm<string>((all) => void got.push(all), 10)
  gathered.put('a', 6)
  gathered.put('b', 6)
  expect(got).toEqual([['a', 'b']])
  gathered.put('c', 1)
  gathered.forget()
  vi.advanceTimersByTime(5000)
  gathered.put('d', 1)
  gathered.release()
  expect(got).toEqual([['a', 'b'], ['d']])
})
