/** A place for values by name. */
export interface Area {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  remove(...names: string[]): Promise<void>
}

/** What of the browser the keeper of keys touches. */
export interface Surroundings {
  /** `storage.local`: lasts, and is on disk. */
  disk: Area
  /** `storage.session`: in memory, shared by our pages, gone with the browser. */
  memory: Area
  /** Epoch ms. */
  now(): number
  /** Runs one at a time among all of our pages. */
  alone<T>(work: () => Promise<T>): Promise<T>
}
