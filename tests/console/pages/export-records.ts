/** 导出记录: one page for each export of the partner's side, one for the customer's. Section 5 of DOMAIN.md. */
import { type Column, type Page, type Sheet, words } from './page.ts'

const title = words('导出记录', 'Export Records')

export const taskStates = {
  '1': words('文件生成中', 'Generating'),
  '2': words('已完成', 'Completed'),
  '3': words('导出失败', 'Failed'),
  '4': words('已失效', 'Expired'),
}

const columns: Column[] = [
  { key: 'taskId', words: words('任务ID', 'Task ID'), width: 200 },
  { key: 'fileName', words: words('文件名称', 'File Name'), width: 300 },
  { key: 'applyTime', words: words('申请导出时间', 'Requested On'), show: 'time' },
  { key: 'exportStatus', words: words('导出状态', 'Export Status'), codes: taskStates },
  { key: 'recordCount', words: words('记录数', 'Records') },
  { key: 'applicant', words: words('申请人', 'Requested By') },
]

/** The record page of one export, reached from that export's own menu. */
export function exportRecords(of: Page, sheet: Sheet): Page {
  const type = sheet.exports?.type ?? ''
  const partner = of.side === 'partner'
  return {
    id: `exports:${type}`,
    side: of.side,
    menu: partner
      ? [...of.menu, title]
      : [...of.menu.slice(0, 1), words('导出记录', 'Export History')],
    route: partner ? `/obmgr/exportRecord/${type}` : '/userindex/exportRecord',
    tabsInHash: false,
    hidden: partner,
    sheets: [
      {
        id: `exports:${type}`,
        words: title,
        answer: partner
          ? {
              method: 'GET',
              path: `/obmgr/rest/bpexport/v1/tasks/${type}`,
              wrapper: 'retCode',
              list: 'taskList',
            }
          : {
              method: 'GET',
              path: '/usercenter/rest/export/v1/tasks',
              wrapper: 'customer',
              list: 'exportTasks',
            },
        identity: 'taskId',
        columns,
        filters: [],
        pageSizes: [10, 20, 50],
      },
    ],
  }
}
