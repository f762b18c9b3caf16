// How much JavaScript each part loads at the start, gzip, and whether it is within its budget.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const built = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.output', 'chrome-mv3')
if (!existsSync(join(built, 'manifest.json'))) {
  console.error('Nothing is built yet: npm run build')
  process.exit(1)
}
const zipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length

/** Scripts with all that they import statically. */
function withImports(files) {
  const seen = new Set()
  const visit = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, path] of code.matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g,
    )) {
      visit(join(dirname(file), path))
    }
  }
  for (const file of files) visit(file)
  return [...seen]
}
/** A page's scripts for the first paint: what its HTML names and what those import statically. */
function pageScripts(page) {
  const html = readFileSync(join(built, page), 'utf8')
  const named = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, path]) => path)
  return withImports(named.map((path) => join(built, path)))
}

const kilo = 1024
const parts = [
  { name: 'popup, first paint', files: pageScripts('popup.html'), most: 75 * kilo },
  { name: 'side panel, first paint', files: pageScripts('sidepanel.html'), most: 10 * kilo },
  {
    name: 'content scripts',
    files: ['hook.js', 'console.js'].map((file) => join(built, 'content-scripts', file)),
    most: 25 * kilo,
  },
  { name: 'worker', files: [join(built, 'background.js')], most: 80 * kilo },
]
// Built apart: npm run build:analytics
const analytics = join(built, '..', 'analytics', 'partner-analytics.js')
if (existsSync(analytics))
  parts.push({ name: 'analysis, first chart', files: withImports([analytics]), most: 125 * kilo })
let over = false
for (const { name, files, most } of parts) {
  const size = files.reduce((sum, file) => sum + zipped(file), 0)
  const fits = size <= most
  over ||= !fits
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${name}: ${(size / kilo).toFixed(1)} kB gzip of ${most / kilo} (${files.map((file) => relative(built, file)).join(', ')})`,
  )
}
if (over) {
  console.error('A part is larger than its budget.')
  process.exit(1)
}
