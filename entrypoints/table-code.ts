import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { Early } from '@/utils/table/early'
import { serveTables } from '@/utils/table/serve'

/** What the worker of the tables runs once it is there. */
export default defineUnlistedScript(() =>
  serveTables((globalThis as { partnerLensEarly?: Early }).partnerLensEarly),
)
