import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files of a folder that hold a text, searched as bytes in UTF-8 and UTF-16. What the browser itself caches of the pages it
 * showed is not ours: its caches are left out.
 */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const found: string[] = []
  const needles = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])
  const look = (path: string) => {
    for (const name of readdirSync(path)) {
      const file = join(path, name)
      const facts = statSync(file, { throwIfNoEntry: false })
      if (facts?.isDirectory()) look(file)
      else if (facts?.isFile() && !/\/(?:Cache|Code Cache|GPUCache)\//.test(file)) {
        const bytes = readFileSync(file)
        if (needles.some((needle) => bytes.includes(needle))) found.push(file)
      }
    }
  }
  look(folder)
  return found
}
