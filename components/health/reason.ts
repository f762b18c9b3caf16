import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import { t } from '@/utils/i18n/texts'

/** Why rows were left out, as a person says it; a reason nobody put into words shows itself. */
export function reasonText(reason: string, kind: KindName | undefined, language: Language): string {
  if (reason === 'no-key') return t('health.reasonNoKey')
  const missing = /^missing (.+)$/.exec(reason)?.[1]
  if (missing === undefined) return reason
  const fields = kind === undefined ? {} : kindOf(kind).fields
  const names = missing.split(', ').map((name) => fields[name]?.[language][0] ?? name)
  return t('health.reasonMissing', { names: names.join(', ') })
}
