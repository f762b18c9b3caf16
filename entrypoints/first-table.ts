import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { addressOf } from '@/components/dashboard/useAddress'
import { tableAt } from '@/components/dashboard/views'
import { beginLook } from '@/utils/cache/first-look-begun'
import { beginTables } from '@/utils/table/begun'

/** Stands in the head of the dashboard: its rows are read, and put in order, while its code still loads. */
export default defineUnlistedScript(() => {
  beginTables(tableAt(addressOf(location.hash))?.kind)
  void beginLook()
})
