import { attribute, plainText, tagsOf } from './markup'

/** How a number is shown: as a day, as a moment, or as the number it is. */
export type Shown = 'day' | 'moment' | undefined

/** By style of a cell. */
export function shownBy(styles: string | undefined): Shown[] {
  if (styles === undefined) return []
  const codes = new Map<string, string>()
  for (const tag of tagsOf(styles, 'numFmt'))
    codes.set(attribute(tag, 'numFmtId') ?? '', plainText(attribute(tag, 'formatCode') ?? ''))
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return tagsOf(cells, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    const code = codes.get(id)
    return code === undefined ? builtIn(Number(id)) : byCode(code)
  })
}

/** Formats that have a number only; 27 to 36 and 50 to 58 are the days of Chinese workbooks. */
function builtIn(id: number): Shown {
  if ((id >= 18 && id <= 22) || (id >= 45 && id <= 47)) return 'moment'
  if (id >= 32 && id <= 35) return 'moment'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
  return undefined
}

function byCode(code: string): Shown {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')
  if (/[hs]/i.test(first) || /\bAM\/PM\b/i.test(first)) return 'moment'
  return /[ymd]/i.test(first.replace(/General/i, '')) ? 'day' : undefined
}

const dayMs = 86_400_000
/**
 * A number of a workbook that is shown as a date, as text. A day is one without a time of day.
 * @param since1904 the workbook counts from 1904
 */
export function dateText(serial: number, shown: Shown, since1904: boolean): string | undefined {
  const days = serial + (since1904 ? 1462 : 0)
  if (!(days >= 0 && days < 2_958_466)) return undefined
  const ms = Math.round((days - 25_569) * 86_400) * 1000
  const text = new Date(ms).toISOString()
  return text.slice(0, shown === 'day' && ms % dayMs === 0 ? 10 : 19)
}
