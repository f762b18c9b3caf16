import { expect, it } from 'vitest'
import { sharedStrings } from '@/utils/sources/file/grid'

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

it('keeps the order of strings, empty ones among them, however the text is cut', async () => {
  const strings = ['a', '', 'b', '', '', 'c']
  const xml = `<sst>${strings.map((text) => (text === '' ? '<si/>' : `<si><t>${text}</t></si>`)).join('')}</sst>`
  for (const length of [1, 7, 20, 1000])
    expect(await sharedStrings(pieces(xml, length))).toEqual(strings)
})
it('takes ten times as long for ten times as many', async () => {
  const timeOf = async (count: number) => {
    const xml = `<sst>${Array.from({ length: count }, (_, index) => `<si><t>${index}</t></si>`).join('')}</sst>`
    const from = performance.now()
    expect(await sharedStrings(pieces(xml, xml.length))).toHaveLength(count)
    return performance.now() - from
  }
  await timeOf(2000)
  const least = async (count: number) =>
    Math.min(await timeOf(count), await timeOf(count), await timeOf(count))
  // Looking for what is not there once a string would make it a hundred times.
  expect(await least(20_000)).toBeLessThan(40 * Math.max(1, await least(2000)))
})
