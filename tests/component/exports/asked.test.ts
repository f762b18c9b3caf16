import { describe, expect, it } from 'vitest'
import { messagesIn } from '@/entrypoints/console.content/features/asked'
import { askedExport } from '@/utils/recognise/asked-export'

function page(html: string): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = html
  return root
}
describe('the word of the console that an export was begun', () => {
  it.each([
    '<div role="status">导出任务创建成功</div>',
    '<div class="ti-global-message"><span>导出任务已创建成功，请到导出记录查看。</span></div>',
    '<div class="x-toast" >Export task created.</div>',
    '<p role="alert">The export task was created successfully</p>',
  ])('is found: %s', (html) => expect(messagesIn(page(html))).not.toEqual([]))
  it.each([
    '<div role="status">导出任务创建失败</div>',
    '<p>导出任务创建成功</p>',
    `<div class="message-list">${'导出任务创建成功 '.repeat(40)}</div>`,
    '<div role="status">Failed to create the export task.</div>',
  ])('is not: %s', (html) => expect(messagesIn(page(html))).toEqual([]))

  it('becomes a running export of the page, and none where the page is not known', () => {
    const url = 'https://account.huaweicloud.com/obmgr/#/x'
    expect(askedExport({ source: 'page', url, title: '客户列表' }, 7)).toEqual({
      page: 'customers',
      requestedAt: 7,
      status: 'running',
    })
    expect(askedExport({ source: 'page', url, title: '首页' }, 7)).toBeUndefined()
  })
})
