/** The look of the console: white, grey, one blue; class names begin as the wording says. */
export const styleOf = (prefix: string): string => sheet.replaceAll('.x-', `.${prefix}-`)

const sheet = `
* { box-sizing: border-box }
body { margin: 0; font: 12px/1.5 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; color: #252b3a; background: #f5f5f6 }
a { color: #0a59f7; text-decoration: none }
button, input, select { font: inherit; color: inherit }
button { cursor: pointer }
.x-topbar { display: flex; align-items: center; gap: 16px; height: 48px; padding: 0 20px; background: #1f2329; color: #fff }
.x-topbar-product { opacity: .8 } .x-topbar-space { flex: 1 }
.x-account, .x-dropdown { position: relative; display: inline-block }
.x-account > button { border: 0; background: none; color: #fff; padding: 12px }
.x-account ul, .x-dropdown ul { position: absolute; z-index: 30; min-width: 130px; margin: 0; padding: 6px 0; list-style: none; background: #fff; color: #252b3a; box-shadow: 0 2px 12px #0003 }
.x-account ul { right: 0 }
.x-account li, .x-dropdown li { padding: 5px 14px; white-space: nowrap }
.x-dropdown li button { border: 0; padding: 0; background: none; color: #252b3a }
.x-site-banner { padding: 8px 20px; background: #fff4e0; color: #7a4a00 }
.x-body { display: flex; align-items: stretch; min-height: calc(100vh - 48px) }
.x-menu { flex: 0 0 200px; padding: 12px 0; background: #fff; border-right: 1px solid #e5e6eb }
.x-menu h2 { margin: 12px 20px 4px; font-size: 12px; font-weight: 400; color: #8a8e99 }
.x-menu-item { display: block; padding: 7px 20px 7px 28px; color: #252b3a }
.x-menu-item[aria-current] { background: #eef3fe; color: #0a59f7 }
.x-main { flex: 1; min-width: 0; padding: 16px 20px }
.x-breadcrumb span::before { content: '/'; margin: 0 6px; color: #adb0b8 }
.x-title { margin: 8px 0 14px; font-size: 18px; font-weight: 600 }
.x-card { margin-bottom: 16px; padding: 16px; background: #fff; border-radius: 2px }
.x-card h2 { margin: 0 0 10px; font-size: 14px }
.x-tabs { display: flex; gap: 24px; padding: 0 16px; background: #fff; border-bottom: 1px solid #e5e6eb }
.x-tabs button { padding: 10px 0; border: 0; background: none; border-bottom: 2px solid transparent }
.x-tabs button[aria-selected=true] { color: #0a59f7; border-color: #0a59f7 }
.x-filters { display: flex; flex-wrap: wrap; gap: 10px 16px; margin-bottom: 12px }
.x-filters label span { margin-right: 8px; color: #575d6c }
.x-filters input, .x-filters select, .x-year select, .x-pager select { height: 28px; padding: 0 8px; border: 1px solid #c9cdd4; border-radius: 2px; background: #fff }
.x-button { height: 28px; padding: 0 14px; border: 1px solid #c9cdd4; border-radius: 2px; background: #fff }
.x-button-primary { border-color: #0a59f7; background: #0a59f7; color: #fff }
.x-toolbar { display: flex; gap: 8px; margin-bottom: 10px }
.x-eye { margin-left: 4px; padding: 0; border: 0; background: none; color: #575d6c; vertical-align: -2px }
.x-below { color: #8a8e99 }
.x-actions { display: flex; gap: 10px; align-items: center }
.x-actions button { border: 0; padding: 0; background: none; color: #0a59f7 }
.x-disabled { color: #adb0b8 }
.x-pager { display: flex; gap: 6px; align-items: center; justify-content: flex-end; margin-top: 12px }
.x-pager button { min-width: 26px; height: 26px; border: 1px solid transparent; background: none }
.x-pager button[aria-current] { border-color: #0a59f7; color: #0a59f7 }
.x-pager button:disabled { color: #c9cdd4; cursor: default }
.x-loading, .x-empty { padding: 50px; text-align: center; color: #8a8e99 }
.x-toast { position: fixed; z-index: 50; top: 60px; left: 50%; padding: 10px 24px; transform: translateX(-50%); background: #fff; border-left: 3px solid #3ac295; box-shadow: 0 2px 12px #0003 }
.x-toast-error { border-color: #f43146 }
.x-chart { display: block; max-width: 100%; margin: 8px 0 }
.x-mask { position: fixed; z-index: 40; inset: 0; background: #0006 }
.x-dialog { width: 900px; max-width: 92vw; max-height: 84vh; overflow: auto; margin: 8vh auto; padding: 20px; background: #fff }
.x-dialog dl { display: grid; grid-template-columns: 140px 1fr; gap: 8px } .x-dialog dd { margin: 0 }
.x-topbar a { color: #fff }
.x-topbar .x-account-name { padding: 0 12px }
.x-grid .x-eye svg, .x-grid .x-actions svg { fill: none }
.x-table-container { overflow: auto }
table.x-table { width: 100%; border-collapse: collapse }
.x-table th, .x-table td { padding: 9px 12px; text-align: left; white-space: nowrap; border-bottom: 1px solid #e5e6eb }
.x-table th { background: #f5f5f6; font-weight: 600 }
ti-table, ti-pagination, ti-tabs { display: block } ti-pagination { display: flex } ti-tabs { display: flex }
.x-toolbar a { align-self: center }
.x-ways { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px } .x-ways a { padding: 16px; background: #f5f7fb }
`
