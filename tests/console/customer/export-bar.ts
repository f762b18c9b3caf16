/** 导出 on the customer side: a button that starts a task, and the way to 导出记录. */
import { type Query, toParams } from '../pages/asking.ts'
import { pages } from '../pages/index.ts'
import { type Sheet, words } from '../pages/page.ts'
import { hashTo, say } from '../screen.ts'
import { element } from './markup.ts'
import { askBy } from './request.ts'

const ask = askBy('json')

export function exportBar(sheet: Sheet, query: Query): HTMLElement[] {
  const exported = sheet.exports
  const records = pages.find((page) => page.id === `exports:${exported?.type}`)
  if (exported === undefined || records === undefined) return []
  const start = (): void => {
    const params = { ...toParams(sheet, query), exportType: exported.type }
    ask('POST', '/usercenter/rest/export/v1/task/create', params).then(
      () => toast(say(words('导出任务创建成功', 'Export task created.'))),
      () => toast(say(words('导出任务创建失败', 'Failed to create the export task.'))),
    )
  }
  const button = element(
    'button',
    { class: 'button btn', type: 'button', click: start },
    say(exported.words),
  )
  const link = element('a', { href: hashTo(records) }, say(words('导出记录', 'Export History')))
  return [element('div', { class: 'toolbar' }, button, link)]
}

const MESSAGE_MS = 4000

function toast(text: string): void {
  const message = element('ti-global-message', { class: 'toast message', role: 'status' }, text)
  document.body.append(message)
  setTimeout(() => message.remove(), MESSAGE_MS)
}
