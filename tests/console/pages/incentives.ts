/** 激励管理: 激励明细 and 激励对账. Section 3.9 of DOMAIN.md. */
import { associationTypes, billingModes, type Filter, type Page, sales, words } from './page.ts'

export const year: Filter = { key: 'year', words: words('年份', 'Year'), kind: 'year' }
const states = {
  '1': words('预估', 'Estimated'),
  '2': words('待确认', 'To be confirmed'),
  '3': words('发放中', 'Being issued'),
  '4': words('发放成功', 'Issued'),
}

export const incentives: Page = {
  id: 'incentives',
  side: 'partner',
  menu: [sales, words('激励', 'Incentives'), words('激励管理', 'Incentive Management')],
  route: '/obmgr/incentive/manage',
  tabsInHash: true,
  sheets: [
    {
      id: 'incentiveDetails',
      words: words('激励明细', 'Incentive Details'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpincentive/v1/detail/query',
        wrapper: 'result',
        list: 'incentiveDetails',
      },
      identity: 'incentiveDataId',
      scope: 'year',
      columns: [
        { key: 'settlePeriod', words: words('对账期次', 'Reconciliation Period') },
        { key: 'planName', words: words('激励计划名称', 'Incentive Plan') },
        { key: 'incentiveDataId', words: words('激励数据ID', 'Incentive Data ID'), width: 170 },
        {
          key: 'customerName',
          words: words('客户名称', 'Customer Name'),
          masked: 'company',
          also: { key: 'accountName', masked: 'account' },
          width: 200,
        },
        { key: 'productType', words: words('产品类型', 'Product Type') },
        { key: 'orderNo', words: words('订单号', 'Order No.'), width: 190 },
        {
          key: 'relationType',
          words: words('关联类型', 'Association Type'),
          codes: associationTypes,
        },
        { key: 'chargeMode', words: words('计费模式', 'Billing Mode'), codes: billingModes },
        { key: 'baseValue', words: words('基数值', 'Base Value'), show: 'amount' },
        { key: 'rebateRatio', words: words('返点比例', 'Rebate Rate'), show: 'percent' },
        { key: 'incentiveAmt', words: words('激励金额（元）', 'Incentive (CNY)'), show: 'amount' },
        { key: 'state', words: words('状态', 'Status'), codes: states },
      ],
      filters: [
        year,
        { key: 'settlePeriod', words: words('对账期次', 'Reconciliation Period'), kind: 'text' },
        { key: 'planName', words: words('激励计划名称', 'Incentive Plan'), kind: 'text' },
        { key: 'customerName', words: words('客户名称', 'Customer Name'), kind: 'text' },
      ],
      pageSizes: [20, 50, 100],
      exports: { type: 'INCENTIVE_DETAIL', words: words('导出记录', 'Export Records'), as: 'xlsx' },
    },
    {
      id: 'incentiveBills',
      words: words('激励对账', 'Incentive Reconciliation'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpincentive/v1/bill/query',
        wrapper: 'retCode',
        list: 'bills',
      },
      identity: 'billId',
      scope: 'year',
      columns: [
        { key: 'billId', words: words('激励账单ID', 'Incentive Bill ID'), width: 170 },
        { key: 'period', words: words('对账期次', 'Reconciliation Period') },
        { key: 'planName', words: words('激励计划名称', 'Incentive Plan') },
        {
          key: 'totalAmt',
          words: words('激励总金额（元）', 'Total Incentive (CNY)'),
          show: 'amount',
        },
        { key: 'billStatus', words: words('账单状态', 'Bill Status'), codes: states },
        { key: 'publicityEnd', words: words('公示截止时间', 'Publicity Deadline'), show: 'time' },
      ],
      filters: [
        year,
        {
          key: 'billStatus',
          words: words('账单状态', 'Bill Status'),
          kind: 'select',
          codes: states,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: {
        type: 'INCENTIVE_BILL',
        words: words('导出对账明细', 'Export Details'),
        as: 'csv',
      },
      rowAction: [{ words: words('确认对账', 'Confirm Bill'), does: 'nothing' }],
    },
  ],
}
