import { slugs } from '@/utils/exports/slugs'
import { t } from '@/utils/i18n/texts'
import type { StoredRecord } from '@/utils/records'

/** The page an export was asked on, in the page's language. */
export const pageWord = (task: StoredRecord): string =>
  t(`slug.${slugs.find((each) => each === task.page) ?? 'unknown'}`)
