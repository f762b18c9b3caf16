import { defineConfig } from 'wxt'

/** The three hosts of the open API: the only addresses the extension itself may ask. */
const apiHosts = [
  'https://bss.myhuaweicloud.com/*',
  'https://bss-intl.myhuaweicloud.com/*',
  'https://bss.myhuaweicloud.eu/*',
]

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
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_extName__'
      if (manifest.options_ui) manifest.options_ui.open_in_tab = true
    },
  },
  vite: () => ({
    // Dexie's build for today's browsers: 2 kB gzip less in the worker than the one made for ES5.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: { target: 'chrome120' },
  }),
})
