/** 账务, 业绩管理, 指标信息, 云商店: sections 3.9, 3.15 and 3.16 of DOMAIN.md. One list a page. */
import { customersMenu, type Page, sales, type Sheet, type Words, words } from './page.ts'

const page = (
  menu: Words[],
  route: string,
  sheet: Omit<Sheet, 'words' | 'filters' | 'pageSizes'>,
): Page => ({
  id: sheet.id,
  side: 'partner',
  menu: [sales, ...menu],
  route,
  tabsInHash: false,
  sheets: [{ filters: [], pageSizes: [10, 20, 50], words: menu.at(-1) ?? words('', ''), ...sheet }],
})

const money = words('账务', 'Financial Information')
const incentives = words('激励', 'Incentives')

export const finance: Page[] = [
  page(
    [money, words('资金管理', 'Funds'), words('收支明细', 'Statements')],
    '/obmgr/finance/statements',
    {
      id: 'statements',
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpfund/v1/statements',
        wrapper: 'result',
        list: 'details',
      },
      identity: 'transId',
      columns: [
        { key: 'transId', words: words('交易编号', 'Transaction No.'), width: 150 },
        { key: 'transTime', words: words('交易时间', 'Transaction Time'), show: 'time' },
        {
          key: 'transType',
          words: words('交易类型', 'Transaction Type'),
          codes: {
            BPGRANT: words('拨款', 'Allocation'),
            BPRECLAIM: words('回收', 'Reclaim'),
            BPREBATE: words('激励返点', 'Incentive'),
            RECHARGE: words('充值', 'Top-up'),
          },
        },
        {
          key: 'customerName',
          words: words('客户名称', 'Customer Name'),
          masked: 'company',
          width: 190,
        },
        { key: 'customerAccount', words: words('客户账号', 'Customer Account'), masked: 'account' },
        { key: 'amount', words: words('交易金额（元）', 'Amount (CNY)'), show: 'amount' },
        { key: 'balance', words: words('账户余额（元）', 'Account Balance (CNY)'), show: 'amount' },
        { key: 'channel', words: words('交易渠道', 'Channel') },
      ],
      exports: { type: 'STATEMENT', words: words('导出当前记录', 'Export Selected'), as: 'xlsx' },
    },
  ),
  page([customersMenu, words('调账记录', 'Adjustment Records')], '/obmgr/customer/adjustments', {
    id: 'adjustments',
    answer: {
      method: 'GET',
      path: '/obmgr/rest/bpfund/v1/adjustments',
      wrapper: 'flat',
      list: 'adjust_records',
    },
    identity: 'adjust_id',
    columns: [
      { key: 'adjust_id', words: words('调账编号', 'Adjustment No.'), width: 160 },
      { key: 'operate_time', words: words('操作时间', 'Operated On'), show: 'time' },
      {
        key: 'operate_type',
        words: words('操作类型', 'Operation'),
        codes: {
          '1': words('拨款', 'Allocation'),
          '2': words('回收', 'Reclaim'),
          '3': words('解绑回收', 'Reclaim on disassociation'),
        },
      },
      {
        key: 'customer_name',
        words: words('客户名称', 'Customer Name'),
        masked: 'company',
        width: 190,
      },
      { key: 'customer_mobile', words: words('移动电话', 'Mobile Number'), masked: 'phone' },
      { key: 'adjust_amount', words: words('调账金额（元）', 'Amount (CNY)'), show: 'amount' },
      { key: 'memo', words: words('备注', 'Remarks') },
    ],
    exports: { type: 'ADJUSTMENT', words: words('导出全部', 'Export All'), as: 'csv' },
  }),
  page([money, words('伙伴账单', 'Partner Bills')], '/obmgr/finance/bills', {
    id: 'partnerBills',
    answer: {
      method: 'GET',
      path: '/obmgr/rest/bpbill/v1/partner/bills',
      wrapper: 'retCode',
      list: 'billInfos',
    },
    identity: 'billNo',
    columns: [
      { key: 'billNo', words: words('账单编号', 'Bill No.'), width: 190 },
      { key: 'billMonth', words: words('账期', 'Billing Cycle') },
      { key: 'consumeAmount', words: words('消费金额', 'Expenditure'), show: 'money' },
      { key: 'couponAmount', words: words('代金券抵扣', 'Paid by Coupons'), show: 'money' },
      { key: 'repayAmount', words: words('应还金额', 'Amount Due'), show: 'money' },
      {
        key: 'billState',
        words: words('账单状态', 'Bill Status'),
        codes: { '0': words('预估', 'Estimated'), '1': words('已出账', 'Issued') },
      },
    ],
    exports: {
      type: 'PARTNER_BILL',
      words: words('导出账单明细(xlsx)', 'Export Details (xlsx)'),
      as: 'xlsx',
    },
  }),
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
