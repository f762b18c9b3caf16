import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { recogniseFile, type Printed } from './recognise'

const ours = fileURLToPath(new URL('../fixtures/recognise/', import.meta.url))
const suffix = '.expected.json'

/** What a case must give: kinds with their rows; `rejected` only counts rows. */
export interface Expected {
  kind: string
  rows: Record<string, unknown>[]
  total?: number
  rejected?: number
}

export interface Score {
  cases: number
  kinds: { right: number; of: number }
  precision: { right: number; of: number }
  recall: { right: number; of: number }
  falsePositives: string[]
  complaints: string[]
}

/** Compares every file of the corpus, or of another folder in its form, with what it must give. */
export async function scoreCorpus(only = '', folder = ours): Promise<Score> {
  const score: Score = {
    cases: 0,
    kinds: { right: 0, of: 0 },
    precision: { right: 0, of: 0 },
    recall: { right: 0, of: 0 },
    falsePositives: [],
    complaints: [],
  }
  const files = (await readdir(folder)).filter((file) => file.endsWith(suffix)).sort()
  for (const file of files) {
    const name = file.slice(0, -suffix.length)
    if (!name.includes(only)) continue
    const expected = JSON.parse(await readFile(join(folder, file), 'utf8')) as Expected[]
    const found = await recogniseFile(await readFile(join(folder, name)), name).catch(() => [])
    score.cases++
    compare(name, expected, found, score)
  }
  return score
}

function compare(name: string, expected: Expected[], found: Printed[], score: Score): void {
  const left = [...found]
  for (const each of expected) {
    score.kinds.of++
    const at = left.findIndex(({ kind }) => kind === each.kind)
    const [match] = at < 0 ? [] : left.splice(at, 1)
    if (!match) {
      const instead = found.map(({ kind }) => kind).join(', ') || 'nothing'
      score.complaints.push(`${name}: ${each.kind} is taken for ${instead}`)
      score.recall.of += each.rows.reduce((sum, row) => sum + Object.keys(row).length, 0)
      continue
    }
    score.kinds.right++
    compareRows(name, each, match, score)
  }
  for (const { kind } of left) {
    score.falsePositives.push(`${name}: ${kind}`)
    score.complaints.push(`${name}: nothing is taken for ${kind}`)
  }
}

function compareRows(name: string, expected: Expected, found: Printed, score: Score): void {
  const say = (text: string) => score.complaints.push(`${name}: ${text}`)
  if (found.rows.length !== expected.rows.length)
    say(`${found.rows.length} rows for ${expected.rows.length}`)
  if (found.total !== expected.total) say(`total ${found.total} for ${expected.total}`)
  if (expected.rejected !== undefined && found.rejected.length !== expected.rejected)
    say(`${found.rejected.length} rejected for ${expected.rejected}`)
  const rows = Math.max(found.rows.length, expected.rows.length)
  for (let row = 0; row < rows; row++) {
    const should = expected.rows[row] ?? {}
    const is = found.rows[row] ?? {}
    for (const field of new Set([...Object.keys(should), ...Object.keys(is)])) {
      const equal = field in is && field in should && isDeepStrictEqual(is[field], should[field])
      if (field in is) score.precision.of++
      if (field in should) score.recall.of++
      if (equal) {
        score.precision.right++
        score.recall.right++
      } else
        say(
          `row ${row}: ${field} is ${JSON.stringify(is[field])}, not ${JSON.stringify(should[field])}`,
        )
    }
  }
}

const percent = ({ right, of }: { right: number; of: number }) =>
  `${of === 0 ? 100 : Math.round((right / of) * 10_000) / 100} % (${right} of ${of})`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const score = await scoreCorpus(process.argv[2], process.argv[3])
  for (const complaint of score.complaints) console.log(complaint)
  console.log(`cases            ${score.cases}`)
  console.log(`kind accuracy    ${percent(score.kinds)}`)
  console.log(`field precision  ${percent(score.precision)}`)
  console.log(`field recall     ${percent(score.recall)}`)
  console.log(`false positives  ${score.falsePositives.length}`)
}
