import { fileURLToPath } from 'node:url'
import { build, type PluginOption } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * A file and all it imports as one script, and its styles.
 * @param entry from the project's root
 * @param name of the global on which its exports hang
 * @param plugins for what is more than TypeScript
 */
export async function scriptOf(
  entry: string,
  name: string,
  plugins: PluginOption[] = [],
): Promise<{ code: string; style: string }> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    define: { 'process.env.NODE_ENV': '"production"' },
    root,
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: `${root}/${entry}`, formats: ['iife'], name, fileName: name },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error(`${entry} did not build`)
  const style = output.output.map((each) =>
    each.type === 'asset' && each.fileName.endsWith('.css') ? String(each.source) : '',
  )
  return { code: output.output[0].code, style: style.join('') }
}
