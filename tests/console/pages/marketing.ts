/** 营销任务: 销售拓展任务明细 and 大单续订任务. Section 3.10 of DOMAIN.md. */
import { type Page, sales, words } from './page.ts'

export const leadsMenu = words('拓新', 'Leads and Opportunities')
const tasksMenu = words('营销任务', 'Marketing Tasks')

const taskStates = {
  '0': words('待处理', 'Pending'),
  '1': words('处理中', 'In progress'),
  '2': words('已完成', 'Completed'),
  '3': words('已关闭', 'Closed'),
}

export const salesTasks: Page = {
  id: 'salesTasks',
  side: 'partner',
  menu: [sales, leadsMenu, tasksMenu, words('销售拓展任务明细', 'Sales Development Task Details')],
  route: '/obmgr/marketing/taskDetail',
  tabsInHash: false,
  sheets: [
    {
      id: 'salesTasks',
      eyes: 'view',
      words: words('销售拓展任务明细', 'Sales Development Task Details'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpmkt/v1/task/detailList',
        wrapper: 'result',
        list: 'taskDetails',
      },
      identity: 'taskNo',
      columns: [
        { key: 'taskNo', words: words('任务编号', 'Task No.'), width: 210 },
        { key: 'taskName', words: words('任务名称', 'Task Name') },
        {
          key: 'custName',
          words: words('客户名称/账号名', 'Customer Name/Account Name'),
          masked: 'company',
          also: { key: 'custAccount', masked: 'account' },
          width: 200,
        },
        { key: 'contactPhone', words: words('手机号码', 'Mobile Number'), masked: 'phone' },
        { key: 'ownerName', words: words('客户经理', 'Account Manager'), masked: 'person' },
        { key: 'taskStatus', words: words('任务状态', 'Task Status'), codes: taskStates },
        { key: 'recommendProduct', words: words('推荐产品', 'Recommended Product') },
        { key: 'expectAmount', words: words('预计金额（元）', 'Expected (CNY)'), show: 'amount' },
        { key: 'opportunityNo', words: words('商机编号', 'Opportunity No.'), width: 170 },
        { key: 'createTime', words: words('任务创建时间', 'Created On'), show: 'time' },
        { key: 'deadline', words: words('任务截止时间', 'Deadline'), show: 'time' },
        { key: 'resultDesc', words: words('处理结果', 'Result') },
      ],
      filters: [
        { key: 'custName', words: words('客户名称', 'Customer Name'), kind: 'text' },
        {
          key: 'taskStatus',
          words: words('任务状态', 'Task Status'),
          kind: 'select',
          codes: taskStates,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: {
        type: 'SALES_TASK',
        words: words('导出销售拓展任务明细', 'Export Task Details'),
        as: 'xlsx',
      },
    },
  ],
}

const renewalStates = {
  '1': words('待处理', 'Pending'),
  '2': words('跟进中', 'Following up'),
  '3': words('已续订', 'Renewed'),
  '4': words('不续订', 'Not renewing'),
}

export const renewals: Page = {
  id: 'renewals',
  side: 'partner',
  menu: [sales, leadsMenu, tasksMenu, words('大单续订任务', 'Large-Order Renewal Tasks')],
  route: '/obmgr/marketing/renewal',
  tabsInHash: false,
  sheets: [
    {
      id: 'renewals',
      eyes: 'titled',
      words: words('大单续订任务', 'Large-Order Renewal Tasks'),
      answer: {
        method: 'GET',
        path: '/obmgr/rest/bpmkt/v1/renewal/tasks',
        wrapper: 'retCode',
        list: 'records',
      },
      identity: 'renewTaskId',
      columns: [
        { key: 'renewTaskId', words: words('续订任务ID', 'Renewal Task ID'), width: 210 },
        {
          key: 'customerName',
          words: words('客户名称', 'Customer Name'),
          masked: 'company',
          width: 190,
        },
        { key: 'orderId', words: words('订单号', 'Order No.'), width: 180 },
        { key: 'productName', words: words('产品名称', 'Product Name') },
        { key: 'resourceCount', words: words('资源数量', 'Resources') },
        { key: 'expireDate', words: words('到期时间', 'Expires On'), show: 'time' },
        { key: 'renewAmount', words: words('待续订金额', 'Renewal Amount'), show: 'money' },
        {
          key: 'riskLevel',
          words: words('流失风险', 'Churn Risk'),
          codes: { H: words('高', 'High'), M: words('中', 'Medium'), L: words('低', 'Low') },
        },
        { key: 'taskState', words: words('处理状态', 'Status'), codes: renewalStates },
        { key: 'lastUpdate', words: words('更新时间', 'Updated On'), show: 'time' },
      ],
      filters: [
        { key: 'customerName', words: words('客户名称', 'Customer Name'), kind: 'text' },
        {
          key: 'taskState',
          words: words('处理状态', 'Status'),
          kind: 'select',
          codes: renewalStates,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: { type: 'RENEWAL_TASK', words: words('导出全部', 'Export All'), as: 'csv' },
      rowAction: [{ words: words('处理', 'Handle'), does: 'nothing' }],
    },
  ],
}
