// Lint, types, unit, component and browser tests, one summary at the end. `--long` runs the long proofs in full.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const long = process.argv.includes('--long')
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31))
const scratch = mkdtempSync(join(tmpdir(), 'partner-lens-test-'))
const report = join(scratch, 'vitest.json')
const total = { passed: 0, failed: 0, skipped: 0 }

function run(command, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, SEED: seed, ...(long ? { LONG: '1' } : {}) }
    const child = spawn(command, args, {
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    })
    child.on('close', (code) => resolve(code === 0))
    child.on('error', () => resolve(false))
  })
}

async function step(name, command, args) {
  console.log(`\n— ${name}`)
  const ok = await run(command, args)
  if (!ok) console.error(`${name}: failed`)
  total[ok ? 'passed' : 'failed']++
}

await step('format', 'prettier', ['--check', '--log-level=warn', '.'])
await step('lint', 'oxlint', ['--quiet'])
await step('prepare', 'wxt', ['prepare'])
await step('types', 'vue-tsc', ['--noEmit'])
await step('build', 'wxt', ['build'])
await step('size', 'node', ['tests/tools/size.mjs'])

console.log('\n— unit, component and browser tests')
const tested = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
try {
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    numFailedTestSuites,
    success,
  } = JSON.parse(readFileSync(report, 'utf8'))
  total.passed += numPassedTests
  total.failed += numFailedTests
  total.skipped += numPendingTests + numTodoTests
  // A file that could not be loaded ran no test: it must not look like success.
  if ((!success || !tested) && numFailedTests === 0)
    total.failed += Math.max(1, numFailedTestSuites)
} catch {
  total.failed++
  console.error('The test runner left no report.')
}
rmSync(scratch, { recursive: true, force: true })
console.log(`\nSeed of the random tests: ${seed} (SEED=${seed} npm test repeats it)`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed === 0 ? 0 : 1
