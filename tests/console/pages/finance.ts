/** 收支明细, 调账记录, 伙伴账单: section 3.15 of DOMAIN.md. */
import { customersMenu, type Page, simplePage as page, words } from './page.ts'

const money = words('账务', 'Financial Information')

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
]
