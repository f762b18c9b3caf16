import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { KindName } from '@/utils/kinds'
import { beginServing, type Early } from '@/utils/table/early'

/** The worker of the tables: a few lines that read while the rest of it loads. */
export default defineUnlistedScript(() => {
  const { name } = globalThis as unknown as { name: KindName | '' }
  Object.assign(globalThis, { partnerLensEarly: beginServing(name || undefined) satisfies Early })
  const rest = '/table-code.js'
  import(/* @vite-ignore */ rest).catch(reportError)
})
