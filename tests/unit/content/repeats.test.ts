import { describe, expect, it } from 'vitest'
import { repeats } from '@/entrypoints/console.content/repeats'

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer

describe('repeats', () => {
  it('tells an answer once, and again when it differs or its age is worth renewing', async () => {
    let now = 0
    const known = repeats(() => now)
    const mark = await known.markOf('a', bytes('one'))
    expect(mark).toBeDefined()
    known.acknowledged('a', mark ?? '')
    expect(await known.markOf('a', bytes('one'))).toBeUndefined()
    expect(await known.markOf('a', bytes('two'))).toBeDefined()
    expect(await known.markOf('b', bytes('one'))).toBeDefined()
    now = 31_000
    expect(await known.markOf('a', bytes('one'))).toBe(mark)
  })

  it('tells again what was never acknowledged', async () => {
    const known = repeats(() => 0)
    expect(await known.markOf('a', bytes('one'))).toBeDefined()
    expect(await known.markOf('a', bytes('one'))).toBeDefined()
  })
})
