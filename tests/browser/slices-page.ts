import { inSlices } from '@/utils/sources/page/slices'
import { tablesInSteps } from '@/utils/sources/page/tables'

/** Reads the page's tables as the isolated script does. @returns each stretch of the main thread it took, in ms */
export async function read(): Promise<{ rows: number; stretches: number[] }> {
  const stretches: number[] = []
  let began = performance.now()
  const rest = globalThis.requestIdleCallback.bind(globalThis)
  globalThis.requestIdleCallback = (run, options) => {
    stretches.push(performance.now() - began)
    return rest((deadline) => {
      began = performance.now()
      run(deadline)
    }, options)
  }
  const tables = await inSlices(tablesInSteps(document, { source: 'page' }))
  stretches.push(performance.now() - began)
  globalThis.requestIdleCallback = rest
  return { rows: tables[0]?.table.rows.length ?? 0, stretches }
}
