import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { serveTables } from '@/utils/table/serve'

/** The worker of the tables as a file with a name that is known before a page's modules are there. */
export default defineUnlistedScript(serveTables)
