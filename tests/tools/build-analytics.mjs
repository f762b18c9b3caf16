// The analysis as an ES module for any page: what it loads on demand beside it, its styles inside, its types.
import vue from '@vitejs/plugin-vue'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { build } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const source = join(root, 'components', 'analytics')
export const outDir = join(root, '.output', 'analytics')

export async function buildAnalytics() {
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [vue()],
    resolve: { alias: { '@': root } },
    define: {
      'process.env.NODE_ENV': '"production"',
      // Our components are written without the options API: Vue may leave it out.
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      target: 'chrome120',
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: join(source, 'index.ts'), formats: ['es'], fileName: 'partner-analytics' },
      rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js', minify: true } },
      minify: true,
    },
  })
  const api = readFileSync(join(source, 'api.ts'), 'utf8')
  const { outputText } = ts.transpileDeclaration(api, { compilerOptions: { strict: true } })
  writeFileSync(join(outDir, 'api.d.ts'), outputText)
  writeFileSync(join(outDir, 'partner-analytics.d.ts'), entryTypes)
}

const entryTypes = `import type { AnalyticsFacts, AnalyticsKind, AnalyticsLifeCycle, AnalyticsOptions, AnalyticsRow, AnalyticsSource, MountAnalytics } from './api'

export type * from './api'
export interface StaticRows {
  rows: Partial<Record<AnalyticsKind, readonly AnalyticsRow[]>>
  facts?: Partial<Record<AnalyticsKind, AnalyticsFacts>>
}
export declare const mountAnalytics: MountAnalytics
/** A source of rows that do not change. */
export declare const staticSource: (rows: StaticRows) => AnalyticsSource
/** A source of a JSON text. @throws SyntaxError where it holds no rows */
export declare function jsonSource(text: string): AnalyticsSource
/** A source of one exported table as CSV. @throws SyntaxError where no line names its columns */
export declare function csvSource(kind: AnalyticsKind, text: string): Promise<AnalyticsSource>
/** \`<partner-analytics>\`. */
export declare class PartnerAnalytics extends HTMLElement {
  options: Partial<AnalyticsOptions>
}
export declare function defineElement(name?: string): void
export declare const bootstrap: AnalyticsLifeCycle
export declare const mount: AnalyticsLifeCycle
export declare const update: AnalyticsLifeCycle
export declare const unmount: AnalyticsLifeCycle
`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAnalytics()
  console.log('Built: .output/analytics/partner-analytics.js')
}
