import { defineContentScript } from 'wxt/utils/define-content-script'
import { offerEvent, readyEvent, type HookOrder } from '@/utils/sources/hook/handover'
import { leftAlone } from '@/utils/sources/hook/left-alone'
import { append, apply, nativeListen, nativePost } from '@/utils/sources/hook/natives'
import { observeFetch, observeXhr, type Copied, type Watcher } from '@/utils/sources/hook/observe'

/** Copies JSON answers the page gets; nothing of it reaches back to the page. */
export default defineContentScript({
  matches: ['https://account.huaweicloud.com/*'],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  main() {
    const quiet = leftAlone()
    const early: Copied[] = []
    let port: MessagePort | undefined
    let on = true

    const hand = (copy: Copied) => {
      if (port) apply(nativePost, port, [{ ...copy }, [copy.bytes]])
      else if (early.length < 50) append(early, copy)
    }
    const obey = (event: MessageEvent<HookOrder>) => {
      const { data } = event
      if (data.order === 'leave') quiet.leave(data.address)
      else on = data.order === 'start'
    }
    const accept = (event: Event) => {
      event.stopImmediatePropagation()
      const offered = event instanceof MessageEvent ? event.ports[0] : undefined
      if (port || !offered) return
      port = offered
      apply(nativeListen, port, ['message', obey])
      port.start()
      // Says that the port is taken; nobody else gets it after that.
      apply(nativePost, port, [null])
      for (let i = 0; i < early.length; i++) hand(early[i] as Copied)
      early.length = 0
    }
    apply(nativeListen, window, [offerEvent, accept])
    window.dispatchEvent(new Event(readyEvent))

    const watcher: Watcher = {
      wants: (address) => on && quiet.passes(address),
      copied: hand,
      copying(change) {
        if (port) apply(nativePost, port, [change])
      },
      tooLarge(address) {
        if (port) apply(nativePost, port, [{ tooLarge: address }])
      },
    }
    observeFetch(window, watcher)
    observeXhr(watcher)
  },
})
