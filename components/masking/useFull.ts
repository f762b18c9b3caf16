import { useNames } from '@/stores/names'
import { useRevealed } from '@/stores/revealed'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

/** How a personal value can be had in full: shown on the console's page now, or remembered in the vault. */
export function useFull() {
  const revealed = useRevealed()
  const names = useNames()
  return (kind: KindName, row: StoredRecord, name: string) =>
    revealed.fullOf(kind, row, name) ?? names.fullOf(kind, row, name)
}
