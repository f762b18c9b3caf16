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
  #places: Uint32Array
  #hashes: Uint32Array
  #taken = 0

  /**
   * @param keyAt the key of a slot in use
   * @param room for so many keys from the start
   */
  constructor(
    readonly keyAt: (slot: number) => string | undefined,
    room = 0,
  ) {
    const slots = Math.max(32, 2 ** Math.ceil(Math.log2(room + 1)))
    this.#places = new Uint32Array(slots * 2)
    this.#hashes = new Uint32Array(slots)
  }

  /** @returns -1 where there is none */
  find(key: string): number {
    const place = this.#seek(key, hashOf(key))
    return place < 0 ? -1 : this.#places[place]! - 1
  }

  /** @returns the slot of a key; where it has none it gets the one given */
  give(key: string, slot: number): number {
    const hash = hashOf(key)
    const place = this.#seek(key, hash)
    if (place >= 0) return this.#places[place]! - 1
    this.#add(hash, slot)
    return slot
  }

  /** The key must not be there yet. */
  add(key: string, slot: number): void {
    this.#add(hashOf(key), slot)
  }
  #add(hash: number, slot: number): void {
    if ((this.#taken + 1) * 2 > this.#places.length) this.#spread()
    if (slot >= this.#hashes.length) {
      const grown = new Uint32Array(Math.max(slot + 1, this.#hashes.length * 2))
      grown.set(this.#hashes)
      this.#hashes = grown
    }
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
    const before = this.#places
    let live = 0
    for (let place = 0; place < before.length; place += 1)
      if (before[place] !== 0 && before[place] !== dead) live += 1
    let { length } = before
    // A small one grows faster, or a hundred thousand keys would be entered twice over.
    while (live * (length < 2 ** 16 ? 8 : 4) > length) length *= 2
    this.#places = new Uint32Array(length)
    this.#taken = 0
    for (let place = 0; place < before.length; place += 1) {
      const found = before[place]!
      if (found !== 0 && found !== dead) this.#enter(this.#hashes[found - 1]!, found - 1)
    }
  }
}
