import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Window } from 'happy-dom'
import { recognise } from '@/utils/recognise'
import type { Recognition, Table, TableContext } from '@/utils/records'
import { tablesOfAnswer, tablesOfValue } from '@/utils/sources/answers'
import { decodeText, tablesOfFile } from '@/utils/sources/file'
import { pageFactsOf, tablesOfPage } from '@/utils/sources/page/tables'

/** What the command prints for each table that is something. */
export type Printed = Omit<Recognition, 'mapping'>

/** A file that cannot be read as what its name says; the message is one sentence for people. */
class BrokenFile extends Error {}

type Reader = (bytes: Uint8Array, file: string) => Promise<Table[]> | Table[]
const readers: Readonly<Record<string, Reader>> = {
  '.html': tablesOfHtml,
  '.htm': tablesOfHtml,
  '.json': tablesOfJson,
  '.csv': (bytes, file) => tablesOfFile(bytes, basename(file)),
  '.tsv': (bytes, file) => tablesOfFile(bytes, basename(file)),
  '.xlsx': (bytes, file) => tablesOfFile(bytes, basename(file)),
}

/** The tables of a file, whatever they hold. */
export async function tablesOf(bytes: Uint8Array, file: string): Promise<Table[]> {
  const reader = readers[extname(file).toLowerCase()]
  if (!reader) throw new BrokenFile(`${basename(file)} is of no kind that can be read.`)
  return reader(bytes, file)
}

/** What the tables of a file are, as the extension would take them. */
export async function recogniseFile(bytes: Uint8Array, file: string): Promise<Printed[]> {
  const tables = await tablesOf(bytes, file)
  return tables.flatMap((table) => {
    const found = recognise(table)
    if (!found) return []
    const { kind, confidence, rows, unmapped, rejected, total } = found
    return [
      { kind, confidence, rows, unmapped, rejected, ...(total === undefined ? {} : { total }) },
    ]
  })
}

function tablesOfHtml(bytes: Uint8Array): Table[] {
  const html = decodeText(bytes)
  const url = /^\s*<!--\s*url:\s*(\S+)\s*-->/.exec(html)?.[1]
  const window = new Window(url === undefined ? {} : { url })
  try {
    window.document.write(html.replace(/<script\b[^>]*>[\s\S]*?(?:<\/script>|$)/gi, ''))
    const page = window.document as unknown as Document
    hideByStyle(page)
    const { title, breadcrumb, tab, filters } = pageFactsOf(page)
    const context: TableContext = {
      source: 'page',
      title,
      ...(url === undefined ? {} : { url }),
      ...(breadcrumb ? { breadcrumb } : {}),
      ...(tab === undefined ? {} : { tab }),
      ...(filters === undefined ? {} : { filters }),
    }
    return tablesOfPage(page, context).map(({ table }) => table)
  } finally {
    void window.happyDOM.close()
  }
}

/** A snapshot is not laid out: what its own style sheets hide is marked hidden. */
function hideByStyle(page: Document): void {
  for (const style of page.querySelectorAll('style')) {
    const rules = (style.textContent ?? '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
    for (const [, selector = '', body = ''] of rules) {
      if (!/display\s*:\s*none|visibility\s*:\s*hidden/i.test(body) || /:/.test(selector)) continue
      try {
        for (const each of page.querySelectorAll(selector.trim())) {
          // Pinned columns lie over columns that are only made invisible: their texts are the same.
          const pinned = !/display/i.test(body) && each.closest('table, [role="grid"]') !== null
          if (!pinned) each.setAttribute('hidden', '')
        }
      } catch {
        // A selector that cannot be read hides nothing.
      }
    }
  }
}

function tablesOfJson(bytes: Uint8Array): Table[] {
  const whole = readJson(bytes)
  if (typeof whole !== 'object' || whole === null || !('body' in whole) || !('url' in whole))
    return tablesOfValue(whole, { source: 'capture' })
  const { url, body, ...facts } = whole as Record<string, unknown>
  const text = (name: string) => {
    const value = facts[name]
    return typeof value === 'string' ? { [name]: value } : {}
  }
  const context: TableContext = {
    source: 'capture',
    ...(typeof url === 'string' ? { url, requestUrl: url } : {}),
    ...text('requestUrl'),
    ...text('title'),
    ...text('tab'),
  }
  if (typeof body !== 'string') return tablesOfValue(body, context)
  const { tables, problem } = tablesOfAnswer(body, context)
  if (problem !== undefined) throw new BrokenFile(`The answer cannot be read: ${problem}.`)
  return tables
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes))
  } catch {
    throw new BrokenFile('The file is not JSON.')
  }
}

async function main(file: string | undefined): Promise<number> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file ?? '')
  } catch {
    process.stderr.write('There is no such file to read.\n')
    return 2
  }
  let printed: Printed[] = []
  try {
    printed = await recogniseFile(bytes, file ?? '')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The file is broken.'}\n`)
  }
  process.stdout.write(`${JSON.stringify(printed)}\n`)
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv[2])
