/** 业绩明细, 指标信息 and 云商店's 商品分账: sections 3.9 and 3.16 of DOMAIN.md. */
import { type Page, simplePage as page, words } from './page.ts'

const incentives = words('激励', 'Incentives')

export const performance: Page[] = [
  page(
    [incentives, words('业绩管理', 'Revenue Management'), words('业绩明细', 'Revenue Details')],
    '/obmgr/performance/detail',
    {
      id: 'revenueDetails',
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpperf/v1/details',
        wrapper: 'result',
        list: 'performanceDetails',
      },
      identity: 'performanceId',
      columns: [
        { key: 'performanceId', words: words('业绩ID', 'Revenue ID'), width: 150 },
        { key: 'accountPeriod', words: words('对账期次', 'Period') },
        {
          key: 'custName',
          words: words('客户名称', 'Customer Name'),
          masked: 'company',
          width: 190,
        },
        { key: 'custAccount', words: words('客户账号名', 'Account Name'), masked: 'account' },
        { key: 'mgrName', words: words('客户经理姓名', 'Account Manager'), masked: 'person' },
        { key: 'productName', words: words('产品类型', 'Product Type') },
        { key: 'performanceAmt', words: words('业绩金额（元）', 'Revenue (CNY)'), show: 'amount' },
        {
          key: 'performanceState',
          words: words('状态', 'Status'),
          codes: {
            '0': words('预估', 'Estimated'),
            '1': words('初稿', 'Draft'),
            '2': words('终稿', 'Final'),
          },
        },
        { key: 'tradeTime', words: words('交易时间', 'Transaction Time'), show: 'time' },
      ],
      exports: { type: 'REVENUE_DETAIL', words: words('导出记录', 'Export Records'), as: 'csv' },
    },
  ),
  page([incentives, words('指标信息', 'Indicator Information')], '/obmgr/performance/indicators', {
    id: 'indicators',
    answer: {
      method: 'GET',
      path: '/obmgr/rest/bpperf/v1/indicators',
      wrapper: 'retCode',
      list: 'indicatorList',
    },
    identity: 'indicatorId',
    columns: [
      { key: 'indicatorId', words: words('指标ID', 'Indicator ID'), width: 150 },
      { key: 'indicatorName', words: words('指标名称', 'Indicator') },
      { key: 'statPeriod', words: words('统计周期', 'Period') },
      { key: 'statScope', words: words('统计范围', 'Scope') },
      { key: 'indicatorValue', words: words('指标值', 'Value') },
      { key: 'updateTime', words: words('更新时间', 'Updated On'), show: 'time' },
    ],
    exports: { type: 'INDICATOR', words: words('导出当前记录', 'Export Selected'), as: 'csv' },
  }),
  page(
    [words('云商店', 'Marketplace'), words('商品分账', 'Revenue Sharing')],
    '/obmgr/marketplace/share',
    {
      id: 'marketplaceShares',
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpmarket/v1/share/bills',
        wrapper: 'retCode',
        list: 'shareBills',
      },
      identity: 'shareBillId',
      columns: [
        { key: 'shareBillId', words: words('分账账单ID', 'Bill ID'), width: 150 },
        { key: 'accountPeriod', words: words('账期', 'Billing Cycle') },
        { key: 'commodityName', words: words('商品名称', 'Product') },
        { key: 'saleAmount', words: words('销售金额（元）', 'Sales (CNY)'), show: 'amount' },
        { key: 'shareAmount', words: words('分账金额（元）', 'Share (CNY)'), show: 'amount' },
        {
          key: 'settleStatus',
          words: words('对账状态', 'Status'),
          codes: {
            '1': words('待确认', 'To be confirmed'),
            '2': words('已确认', 'Confirmed'),
            '3': words('已结算', 'Settled'),
          },
        },
        { key: 'confirmDeadline', words: words('确认截止时间', 'Deadline'), show: 'time' },
      ],
      exports: { type: 'MARKETPLACE_BILL', words: words('导出账单', 'Export Bills'), as: 'xlsx' },
    },
  ),
]
