/** Who may speak to the worker. Decided from what the browser says of the sender, never from the message. */
export type SenderKind = 'own' | 'console' | 'stranger'

/** Origins of the console that the extension knows from its manifest. */
export const consoleOrigins = [
  'https://account.huaweicloud.com',
  'https://account-intl.huaweicloud.com',
] as const

/**
 * @param origins the origins the user switched on, besides the console's own
 */
export function senderKind(
  sender: Pick<chrome.runtime.MessageSender, 'id' | 'origin' | 'tab' | 'frameId'>,
  ownId: string,
  origins: readonly string[],
): SenderKind {
  if (sender.id !== ownId || sender.origin === undefined) return 'stranger'
  if (sender.origin === `chrome-extension://${ownId}`) return 'own'
  if (sender.tab?.id === undefined || sender.frameId === undefined) return 'stranger'
  const known: readonly string[] = [...consoleOrigins, ...origins]
  return known.includes(sender.origin) ? 'console' : 'stranger'
}
