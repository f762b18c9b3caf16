/** `npm run --silent bench -- NAME`: the figures whose name is or begins with NAME; without one, all. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hookBench } from './hook.ts'
import { syncBench } from './sync.ts'

const asked = process.argv.slice(2)
const wants = (name: string) =>
  asked.length === 0 || asked.some((each) => name === each || name.startsWith(`${each}.`))

/** Benches that are scripts of their own, with the figures each can be asked for. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'recognise.ts': ['recognise.100k'],
  'cache.ts': [
    'cache.write100k',
    'cache.upsertCustomer',
    'cache.upsertScattered',
    'cache.read100k',
    'cache.firstAfterStart',
    'cache.forget100k',
  ],
  'tables.ts': [
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
  ],
  'dashboard.ts': ['open.dashboard100k', 'scroll.dropped', 'scroll.firstPaint'],
  'popup.ts': ['open.popup', 'open.popupOwn', 'open.sidepanel'],
  'exports.ts': ['exports.list10k', 'exports.reconcile10k'],
  'import.ts': ['import.csv100k', 'import.csv1m', 'import.xlsx100k'],
  'analytics.ts': ['analytics.first100k', 'analytics.filter100k', 'analytics.filter1m'],
}

const hooks = ['hook.pageLoad', 'hook.cold', 'hook.mainThread', 'hook.delay'].filter(wants)
if (hooks.length > 0) await hookBench(hooks)
if (wants('sync.throttle')) await syncBench()
for (const [file, names] of Object.entries(scripts)) {
  const wanted = names.filter(wants)
  if (wanted.length === 0) continue
  const script = fileURLToPath(new URL(file, import.meta.url))
  const { status } = spawnSync('tsx', [script, ...wanted], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = status ?? 1
}
