const dead = 0xffff_ffff

/** FNV-1a over UTF-16 units; spreads ids that differ in their last digits. */
function hashOf(key: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < key.length; at += 1)
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x0100_0193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/**
 * Finds the slot of a key. The keys themselves stay where they are, in a column: a Map of a hundred thousand strings would
 * take several times the memory of the two arrays here.
 */
export class KeyIndex {
  /** Slot + 1; 0 where free, `dead` where one was taken away. */
  #places = new Uint32Array(64)
  #hashes = new Uint32Array(32)
  #taken = 0

  /** @param keyAt the key of a slot in use */
  constructor(readonly keyAt: (slot: number) => string | undefined) {}

  /** @returns -1 where there is none */
  find(key: string): number {
    const place = this.#seek(key, hashOf(key))
    return place < 0 ? -1 : this.#places[place]! - 1
  }

  /** The key must not be there yet. */
  add(key: string, slot: number): void {
    if ((this.#taken + 1) * 2 > this.#places.length) this.#spread()
    if (slot >= this.#hashes.length) {
      const grown = new Uint32Array(Math.max(slot + 1, this.#hashes.length * 2))
      grown.set(this.#hashes)
      this.#hashes = grown
    }
    const hash = hashOf(key)
    this.#hashes[slot] = hash
    this.#enter(hash, slot)
  }

  /** While the column still holds the key. */
  remove(key: string): void {
    const place = this.#seek(key, hashOf(key))
    if (place >= 0) this.#places[place] = dead
  }

  #seek(key: string, hash: number): number {
    const last = this.#places.length - 1
    for (let place = hash & last; ; place = (place + 1) & last) {
      const found = this.#places[place]!
      if (found === 0) return -1
      if (found === dead || this.#hashes[found - 1] !== hash) continue
      if (this.keyAt(found - 1) === key) return place
    }
  }
  #enter(hash: number, slot: number): void {
    const last = this.#places.length - 1
    let place = hash & last
    while (this.#places[place] !== 0) place = (place + 1) & last
    this.#places[place] = slot + 1
    this.#taken += 1
  }
  /** Twice the room where it is needed, and without the dead in any case. */
  #spread(): void {
    const live = this.#places.filter((each) => each !== 0 && each !== dead)
    let length = this.#places.length
    while (live.length * 4 > length) length *= 2
    this.#places = new Uint32Array(length)
    this.#taken = 0
    for (const each of live) this.#enter(this.#hashes[each - 1]!, each - 1)
  }
}
