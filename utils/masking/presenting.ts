/** Presentation mode as switched; kept in `chrome.storage.local`, because it lasts until it is switched off. */
export interface Presenting {
  on: boolean
  /** Amounts are covered too. */
  amounts: boolean
}
export const presentingKey = 'presenting'

export async function presenting(): Promise<Presenting> {
  const { [presentingKey]: kept } = await chrome.storage.local.get(presentingKey)
  return (kept as Presenting | undefined) ?? { on: false, amounts: false }
}
