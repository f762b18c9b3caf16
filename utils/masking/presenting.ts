/** Presentation mode as switched; kept in `chrome.storage.local`, because it lasts until it is switched off. */
export interface Presenting {
  on: boolean
  /** Amounts are covered too. */
  amounts: boolean
}
export const presentingKey = 'presenting'
