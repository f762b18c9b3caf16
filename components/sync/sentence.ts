import { formatNumber } from '@/utils/i18n/money'
import type { TextKey } from '@/utils/i18n/keys'
import { t } from '@/utils/i18n/texts'
import { kindOf } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import { readings } from '@/utils/sources/api/readings'
import type { LogEntry } from '@/utils/sync/types'

const whys: Readonly<Record<string, TextKey>> = {
  customer: 'sync.why.customer',
  caller: 'sync.why.caller',
  ShapeError: 'sync.why.shape',
  UnreachableError: 'sync.why.unreachable',
}
const oddities = {
  'total-changed': 'sync.odd.total',
  'repeated-page': 'sync.odd.repeated',
  'empty-page': 'sync.odd.empty',
  'offset-limit': 'sync.odd.limit',
  endless: 'sync.odd.endless',
} as const satisfies Record<string, TextKey>

/** A line of the log in words: which list, what became of it. */
export function sentenceOf(entry: LogEntry, language: Language): string {
  const { operation, rows = 0, requests = 0, why = '', fields = [], code } = entry
  const kind = operation === undefined ? undefined : readings[operation].kind
  const list = kind === undefined ? '' : `${kindOf(kind).label[language]} (${operation})`
  const names = fields.map((name) => {
    const declared = kind === undefined ? undefined : kindOf(kind).fields[name]
    return declared?.[language][0] ?? name
  })
  const odd = entry.oddities?.map((one) => t(oddities[one])) ?? []
  const joined = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en')
  return t(`sync.log.${code}`, {
    list,
    rows: formatNumber(rows, language),
    requests: formatNumber(requests, language),
    why: t(whys[why] ?? 'sync.why.other'),
    fields: joined.format(names),
    odd: joined.format(odd),
  })
}
