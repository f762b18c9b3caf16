import { reasonText } from '@/components/health/reason'
import { t } from '@/utils/i18n/texts'
import type { KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'

/** Why a row of a file stays out, as a person says it. */
export function rejectedReason(reason: string, kind: KindName, language: Language): string {
  if (reason === 'sum of other rows') return t('imports.reasonSum')
  if (reason === 'more cells than columns') return t('imports.reasonBeyond')
  return reasonText(reason, kind, language)
}
