/** `npm run --silent bench -- NAME`: the figures whose name is or begins with NAME; without one, all. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hookBench } from './hook.ts'
import { syncBench } from './sync.ts'

const hook = ['hook.pageLoad', 'hook.cold', 'hook.mainThread', 'hook.delay']
const asked = process.argv.slice(2)
const wants = (name: string) =>
  asked.length === 0 || asked.some((each) => name === each || name.startsWith(`${each}.`))

const hooks = hook.filter(wants)
if (hooks.length > 0) await hookBench(hooks)
if (wants('recognise.100k')) {
  const file = fileURLToPath(new URL('recognise.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file], { stdio: 'inherit' }).status ?? 1
}
if (wants('sync.throttle') || asked.includes('sync')) await syncBench()
if (asked.length === 0 || asked.some((each) => each.startsWith('cache'))) {
  const names = asked.filter((each) => each.startsWith('cache.'))
  const file = fileURLToPath(new URL('cache.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file, ...names], { stdio: 'inherit' }).status ?? 1
}
const tables = [
  'open.ready100k',
  'search.100k',
  'search.1m',
  'sort.number100k',
  'sort.chinese100k',
  'filter.two100k',
  'memory.100k',
  'scale.write',
  'scale.ready',
  'scale.search',
].filter(wants)
if (tables.length > 0) {
  const file = fileURLToPath(new URL('tables.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file, ...tables], { stdio: 'inherit' }).status ?? 1
}
const exportNames = ['exports.list10k', 'exports.reconcile10k'].filter(wants)
if (exportNames.length > 0) {
  const file = fileURLToPath(new URL('exports.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file, ...exportNames], { stdio: 'inherit' }).status ?? 1
}
const imports = ['import.csv100k', 'import.csv1m', 'import.xlsx100k'].filter(wants)
if (imports.length > 0) {
  const file = fileURLToPath(new URL('import.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file, ...imports], { stdio: 'inherit' }).status ?? 1
const analytics = ['analytics.first100k', 'analytics.filter100k', 'analytics.filter1m'].filter(
  wants,
)
if (analytics.length > 0) {
  const file = fileURLToPath(new URL('analytics.ts', import.meta.url))
  process.exitCode = spawnSync('tsx', [file, ...analytics], { stdio: 'inherit' }).status ?? 1
}
