import type { TableFile } from '@/utils/files/table-file'
import { zone, zoneName } from '@/utils/i18n/times'
import { t } from '@/utils/i18n/texts'
import type { RevealNote } from '@/utils/messaging/protocol'

const why = {
  column: 'masking.whyColumn',
  all: 'masking.whyAll',
  kind: 'masking.whyKind',
  set: 'masking.whySet',
  key: 'masking.whyKey',
  keep: 'masking.whyKeep',
} as const

/** The list of reveals as a table for a file: when, page, column, how long, by what press. */
export function revealFile(list: readonly RevealNote[]): TableFile {
  return {
    zone,
    facts: [],
    columns: [
      `${t('masking.fileWhen')} (${zoneName})`,
      t('masking.filePage'),
      t('masking.fileColumn'),
      t('masking.fileSeconds'),
      t('masking.fileWhy'),
    ],
    rows: list.map(({ at, place, header, seconds, why: reason }) => [
      { at },
      place,
      header,
      seconds === undefined ? undefined : { number: String(seconds) },
      t(why[reason]),
    ]),
  }
}
