import { minify } from 'terser'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'wxt'

/** The three hosts of the open API: the only addresses the extension itself may ask. */
const apiHosts = [
  'https://bss.myhuaweicloud.com/*',
  'https://bss-intl.myhuaweicloud.com/*',
  'https://bss.myhuaweicloud.eu/*',
]

/** Pages that are opened all day are quickest as one script and one style: built by themselves they share nothing. */
const alone = ['popup', 'sidepanel']
/** The other pages that share much, the quickest first. */
const quick = ['dashboard']

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>
/** All that files import before they can run. */
function neededBy(files: readonly string[], graph: Graph): Set<string> {
  const needed = new Set(files)
  for (const id of needed)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(next)
  return needed
}
/** What a page's own script asks for as soon as its first paint is on the screen. */
const afterPaint = (page: string, graph: Graph) =>
  (graph.getModuleInfo(page)?.importedIds ?? []).flatMap(
    (script) => graph.getModuleInfo(script)?.dynamicallyImportedIds ?? [],
  )

/**
 * Each file a page loads costs it about two milliseconds. So all that one of the quick pages needs and another page does
 * too is one file, named after the quicker; left to itself the bundler makes one for each set of pages. A page that stands
 * alone is one file up to its first paint and one after it.
 */
function groupsOf(pages: readonly { name: string; inputPath: string }[]) {
  let needed: [name: string, files: Set<string>][] | undefined
  const needersOf = (id: string, graph: Graph) => {
    needed ??= pages.flatMap(({ name, inputPath }) => [
      [name, neededBy([inputPath], graph)],
      [`${name}-page`, neededBy(afterPaint(inputPath, graph), graph)],
    ])
    return needed.flatMap(([name, files]) => (files.has(id) ? name : []))
  }
  const whole = pages.length === 1
  const names = [...alone, ...quick].flatMap((page) => (whole ? [page, `${page}-page`] : [page]))
  return names.map((group, at, { length }) => ({
    debugName: group,
    // A file belongs to the first that asks for it, and takes along what it needs itself.
    priority: length - at,
    name(id: string, graph: Graph) {
      const needers = needersOf(id, graph)
      return (needers.length > 1 || whole) && needers.includes(group) ? group : undefined
    },
  }))
}

/**
 * The framework imports what it has under a name that is used, a parameter's too: one called `storage` brought three
 * kilobytes into the worker that nobody asked for.
 */
const nothingUnasked: Plugin = {
  name: 'nothing-unasked',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === 'wxt/utils/storage')
      this.error(`Nobody asked for ${id}; see its name in ${importer}`)
  },
}

/**
 * The framework's context of a content script tells the page by message and by event which extension has started. Nothing
 * of ours uses it, and no page need know.
 */
const silentStart: Plugin = {
  name: 'silent-start',
  enforce: 'pre',
  resolveId: (id) => (id === 'wxt/utils/content-script-context' ? '\0silent-start' : undefined),
  load: (id) => (id === '\0silent-start' ? 'export class ContentScriptContext {}' : undefined),
}

/**
 * What is started by every page of the console, and again and again by the browser, is made a fortieth smaller than the
 * bundler makes it. Of the pages it would take a minute, and they have room.
 */
const smaller: Plugin = {
  name: 'smaller',
  apply: 'build',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !/^(?:background|content-scripts\/.*)\.js$/.test(file.fileName))
        continue
      const { code } = await minify(file.code, { ecma: 2020, compress: { passes: 3 } })
      file.code = code ?? file.code
    }
  },
}

export default defineConfig({
  modules: ['@wxt-dev/module-vue'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '120',
    permissions: [
      'storage',
      'alarms',
      'sidePanel',
      // Quota faults can only be injected where storage is limited.
      ...(mode === 'fault' ? [] : ['unlimitedStorage']),
      'idle',
      'contextMenus',
      'scripting',
      'offscreen',
    ],
    host_permissions: ['https://account.huaweicloud.com/*'],
    optional_permissions: ['notifications', 'downloads'],
    optional_host_permissions: [
      ...apiHosts,
      'https://account-intl.huaweicloud.com/*',
      'https://*.huaweicloud.com/*',
    ],
    omnibox: { keyword: 'lens' },
    commands: {
      presentation: {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_commandPresentation__',
      },
      'reveal-mine': {
        suggested_key: { default: 'Alt+Shift+R' },
        description: '__MSG_commandRevealMine__',
      },
    },
    incognito: 'not_allowed',
    // No other extension may connect; without the key every one could.
    externally_connectable: { ids: [] },
    // Chrome 148 and later: bytes cross to the worker as they are; older ones get text.
    message_serialization: 'structured_clone',
    content_security_policy: {
      extension_pages: [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        `connect-src 'self' ${apiHosts.map((host) => host.slice(0, -2)).join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
  }),
  hooks: {
    'entrypoints:grouped': (_wxt, groups) => {
      for (const [at, group] of groups.entries()) {
        if (!Array.isArray(group)) continue
        const pages = group.filter(({ name }) => alone.includes(name))
        if (pages.length === 0) continue
        const rest = group.filter((each) => !pages.includes(each))
        return void groups.splice(at, 1, rest, ...pages.map((page) => [page]))
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const pages = entrypoints.filter(({ inputPath }) => inputPath.endsWith('.html'))
      const output = config.build?.rolldownOptions?.output
      if (pages.length === 0 || !output || Array.isArray(output)) return
      output.codeSplitting = { groups: groupsOf(pages) }
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_extName__'
      if (manifest.options_ui) manifest.options_ui.open_in_tab = true
    },
  },
  vite: () => ({
    plugins: [silentStart, nothingUnasked, smaller],
    // Dexie's build for today's browsers: 2 kB gzip less in the worker than the one made for ES5.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: { target: 'chrome120' },
  }),
})
