import { firstLook, type FirstLook } from './first-look'

/** Where a script of its own leaves what it began, for the modules that come later. */
const begun = globalThis as { partnerLensLook?: Promise<FirstLook | undefined> }

/** Once a page, whoever comes first; a look that fails says nothing. */
export function beginLook(): Promise<FirstLook | undefined> {
  return (begun.partnerLensLook ??= firstLook().catch(() => undefined))
}
