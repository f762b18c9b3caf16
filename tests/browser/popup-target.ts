import type { CDPSession, Page } from 'playwright-core'
import { eventually, type Lens } from './world.ts'

/** The real popup over a tab: a target of its own that only the debugger reaches. */
export interface Popup {
  /** Evaluates in the popup, as within a user's gesture. */
  evaluate(expression: string): Promise<unknown>
  press(testId: string): Promise<void>
}

export async function openPopup(lens: Lens, over: Page): Promise<Popup> {
  await over.bringToFront()
  const [worker] = lens.context.serviceWorkers()
  await worker?.evaluate(() => chrome.action.openPopup())
  const session: CDPSession = await lens.context.newCDPSession(over)
  const url = `chrome-extension://${lens.id}/popup.html`
  const found = await eventually(
    async () =>
      (await session.send('Target.getTargets')).targetInfos.find((target) =>
        target.url.startsWith(url),
      ),
    (target) => target !== undefined,
  )
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: found?.targetId ?? '',
  })
  let last = 0
  const evaluate = (expression: string): Promise<unknown> => {
    const id = ++last
    return new Promise((resolve) => {
      const listen = ({ message }: { message: string }) => {
        const answer = JSON.parse(message) as {
          id?: number
          result?: { result?: { value?: unknown } }
        }
        if (answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', listen)
        resolve(answer.result?.result?.value)
      }
      session.on('Target.receivedMessageFromTarget', listen)
      const params = { expression, userGesture: true, awaitPromise: true, returnByValue: true }
      void session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
      })
    })
  }
  return {
    evaluate,
    async press(testId) {
      const there = `document.querySelector('[data-testid="${testId}"]')`
      await eventually(
        () => evaluate(`${there} !== null`),
        (is) => is === true,
      )
      await evaluate(`${there}.click()`)
    },
  }
}
