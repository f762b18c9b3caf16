/** Ten thousandths: what nearly all amounts are whole numbers of. */
const fine = 10_000
/** Beyond this a number of ten thousandths may no longer be exact after the next addition. */
const safe = 2 ** 52

/**
 * A running sum of decimal strings, exact to the last place. Usual amounts are added as whole numbers, all others by the
 * digit; the result has the places of its longest part, two at least.
 */
export class Exact {
  #small = 0
  #big = 0n
  #places = 2
  #scale = 4
  count = 0

  /** @returns whether it was a decimal; what is none is left out */
  add(text: string): boolean {
    const dot = text.indexOf('.')
    const places = dot < 0 ? 0 : text.length - dot - 1
    // Eleven digits of ten thousandths are far within what a number holds exactly.
    if (places <= 4 && (dot < 0 ? text.length : dot) <= 11) {
      const value = Math.round(Number(text) * fine)
      // What begins with neither digit nor sign is no amount, though nothing at all reads as 0.
      if (Number.isNaN(value) || !(text.charCodeAt(0) > 42)) return false
      this.#small += value
      if (Math.abs(this.#small) > safe) this.#flush()
    } else {
      const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
      if (!parts) return false
      this.#flush()
      const [, sign, whole = '0', part = ''] = parts
      this.#lift(part.length)
      const units = BigInt(whole + part.padEnd(this.#scale, '0'))
      this.#big += sign === '-' ? -units : units
    }
    if (places > this.#places) this.#places = places
    this.count++
    return true
  }

  #lift(places: number): void {
    if (places <= this.#scale) return
    this.#big *= 10n ** BigInt(places - this.#scale)
    this.#scale = places
  }
  #flush(): void {
    this.#big += BigInt(this.#small) * 10n ** BigInt(this.#scale - 4)
    this.#small = 0
  }

  toString(): string {
    this.#flush()
    const units = this.#big < 0n ? -this.#big : this.#big
    const digits = units.toString().padStart(this.#scale + 1, '0')
    const whole = digits.slice(0, -this.#scale)
    const part = digits.slice(-this.#scale).slice(0, this.#places)
    const zero = units === 0n
    return `${this.#big < 0n && !zero ? '-' : ''}${whole}.${part}`
  }
}
