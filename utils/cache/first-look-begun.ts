import { presenting } from '@/utils/masking/presenting'
import { firstLook, type FirstLook } from './first-look'

export interface BegunLook extends FirstLook {
  /** Amounts are covered while presenting: known before one of them is shown. */
  amountsHidden: boolean
}

/** Where a script of its own leaves what it began, for the modules that come later. */
const begun = globalThis as { partnerLensLook?: Promise<BegunLook | undefined> }

/** Once a page, whoever comes first; a look that fails says nothing. */
export function beginLook(): Promise<BegunLook | undefined> {
  return (begun.partnerLensLook ??= Promise.all([firstLook(), amountsHidden()]).then(
    ([look, hidden]) => look && { ...look, amountsHidden: hidden },
    () => undefined,
  ))
}

async function amountsHidden(): Promise<boolean> {
  const { on, amounts } = await presenting()
  return on && amounts
}
