/**
 * The built-ins the hook uses, taken before any script of the page ran: what a page plants later on
 * prototypes is never called by us.
 */
export const apply = Reflect.apply
export const nativeThen = Promise.prototype.then
export const nativeClone = Response.prototype.clone
export const nativeArrayBuffer = Response.prototype.arrayBuffer
export const nativeGetHeader = Headers.prototype.get
export const nativePost = MessagePort.prototype.postMessage
export const nativeListen = EventTarget.prototype.addEventListener
export const nativeGetReader = ReadableStream.prototype.getReader
export const nativeStringify = JSON.stringify
const nativeEncode = TextEncoder.prototype.encode
const encoder = new TextEncoder()
export const encode = (text: string): Uint8Array<ArrayBuffer> =>
  apply(nativeEncode, encoder, [text])

/** Reads an accessor of a platform object past anything the page may have put in front of it. */
export function getter<T>(prototype: object, name: string): (target: unknown) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return (target) => apply(get as () => T, target, [])
}

const define = Object.defineProperty
/** Adds to a list without asking prototypes for setters, as an assignment past the end would. */
export function append<T>(list: T[], item: T): void {
  define(list, list.length, {
    __proto__: null,
    value: item,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor)
}
