import { expect, it } from 'vitest'
import { scoreCorpus } from '../../tools/corpus'

const share = ({ right, of }: { right: number; of: number }) => right / of

it('reads the corpus as well as was promised, and takes nothing for something', async () => {
  const score = await scoreCorpus()
  expect(score.cases).toBeGreaterThanOrEqual(110)
  expect(score.falsePositives).toEqual([])
  expect(share(score.kinds)).toBeGreaterThanOrEqual(0.95)
  expect(share(score.precision)).toBeGreaterThanOrEqual(0.99)
  expect(share(score.recall)).toBeGreaterThanOrEqual(0.93)
}, 60_000)
