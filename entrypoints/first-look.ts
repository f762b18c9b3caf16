import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { beginLook } from '@/utils/cache/first-look-begun'

/** Stands in the head of pages whose first paint waits for the database: that opens while their code still loads. */
export default defineUnlistedScript(beginLook)
