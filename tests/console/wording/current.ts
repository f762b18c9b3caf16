/** The console as the newest documents describe it. */
import { asIs, type Wording } from './wording.ts'

export const current: Wording = {
  id: 'current',
  texts: {},
  keys: {},
  keyStyle: asIs,
  route: asIs,
  endpoint: asIs,
  css: 'obm',
}
