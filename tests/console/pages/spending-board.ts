/** 消费看板: 总览, 费用走势, 费用分布. Section 3.1 of DOMAIN.md. */
import { type Column, type Page, sales, words } from './page.ts'
import { month } from './spending.ts'

const money: Column[] = [
  { key: 'payable', words: words('应付金额（元）', 'Amount Due (CNY)'), show: 'amount' },
  { key: 'paid', words: words('实付金额（元）', 'Amount Paid (CNY)'), show: 'amount' },
]

const currentRecords = words('导出当前记录', 'Export Selected')
const board = '/obmgr/rest/bpstat/v1/consume'

export const spendingBoard: Page = {
  id: 'spendingBoard',
  side: 'partner',
  menu: [sales, words('运营看板', 'Operations Statistics'), words('消费看板', 'Expenditures')],
  route: '/obmgr/dashboard/consume',
  tabsInHash: false,
  sheets: [
    {
      id: 'boardOverview',
      words: words('总览', 'Overview'),
      answer: { method: 'GET', path: `${board}/overview`, wrapper: 'retCode', list: 'trends' },
      identity: 'monthId',
      columns: [{ key: 'monthId', words: words('月份', 'Month') }, ...money],
      filters: [],
      pageSizes: [20, 50, 100],
      exports: { type: 'BOARD_OVERVIEW', words: currentRecords, as: 'csv' },
      chart: 'trend',
    },
    {
      id: 'boardTrend',
      words: words('费用走势', 'Expenditure Trend'),
      answer: {
        method: 'POST',
        path: `${board}/trendByCustomer`,
        wrapper: 'retCode',
        list: 'rows',
      },
      identity: 'rowKey',
      scope: 'month',
      columns: [
        { key: 'custNm', words: words('客户名称', 'Customer Name'), masked: 'company', width: 220 },
        { key: 'acctNm', words: words('客户账号', 'Customer Account'), masked: 'all' },
        { key: 'statMonth', words: words('统计月份', 'Month') },
        ...money,
      ],
      filters: [month],
      pageSizes: [10, 20, 50],
      exports: { type: 'BOARD_TREND', words: currentRecords, as: 'xlsx' },
      chart: 'trend',
    },
    {
      id: 'boardShare',
      words: words('费用分布', 'Expenditure Distribution'),
      answer: { method: 'POST', path: `${board}/shareByService`, wrapper: 'retCode', list: 'rows' },
      identity: 'svcCode',
      scope: 'month',
      columns: [
        { key: 'svcName', words: words('产品类型', 'Service Type'), width: 240 },
        { key: 'svcCode', words: words('产品编码', 'Service Code'), width: 240 },
        ...money,
        { key: 'ratio', words: words('占比', 'Proportion'), show: 'percent' },
      ],
      filters: [month],
      pageSizes: [10, 20, 50],
      exports: { type: 'BOARD_SHARE', words: currentRecords, as: 'csv' },
      chart: 'share',
    },
  ],
}
