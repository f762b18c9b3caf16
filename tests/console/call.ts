import type { Params } from './pages/asking.ts'
import type { Viewer } from './rows.ts'

/** A question to one of the services, read and sorted. */
export interface Call {
  path: string
  params: Params
  viewer: Viewer
}
