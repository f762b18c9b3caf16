import { type KindName, kindNames } from '@/utils/kinds'
import type { Site } from '@/utils/kinds/define'
import { announced } from '@/utils/sources/api/announce'
import type { OperationName } from '@/utils/sources/api/operations'

/** An operation that a sync may call, and the rights of which any one lets it. */
export interface Right {
  kind: KindName
  name: OperationName
  /** IAM actions for a customer's user, menu and permission items of Partner Center for a partner's. */
  rights: readonly string[]
}

/** All that a sync of everything would call with such keys; the months only tell that consumption is meant too. */
export function rightsFor(site: Site, caller: 'partner' | 'customer'): Right[] {
  const wish = { site, caller, distributor: true, kinds: kindNames, months: ['2026-01'] }
  return announced(wish).map(({ kind, name, items, actions }) => ({
    kind,
    name,
    rights: caller === 'partner' && items.length > 0 ? items : actions,
  }))
}
