/** 客户消费: 消费汇总 and 消费明细. Sections 3.2 and 3.3 of DOMAIN.md. */
import {
  associationTypes,
  billingModes,
  customersMenu,
  type Filter,
  type Page,
  sales,
  words,
} from './page.ts'

export const month: Filter = { key: 'period', words: words('消费时间', 'Spent On'), kind: 'month' }
const expenditure = words('客户消费', 'Customer Expenditure')

export const spending: Page = {
  id: 'spending',
  side: 'partner',
  menu: [sales, customersMenu, expenditure],
  route: '/obmgr/customer/expenditure',
  tabsInHash: true,
  sheets: [
    {
      id: 'summary',
      words: words('消费汇总', 'Expenditure Summary'),
      answer: {
        method: 'GET',
        path: '/obmgr/rest/bpbill/v1/expenditure/summary',
        wrapper: 'retCode',
        list: 'billList',
      },
      identity: 'billNo',
      scope: 'month',
      columns: [
        { key: 'customer', words: words('客户名称', 'Customer'), masked: 'company', width: 200 },
        { key: 'account', words: words('账号名', 'Account Name'), masked: 'account' },
        { key: 'relType', words: words('关联类型', 'Association Type'), codes: associationTypes },
        { key: 'month', words: words('消费月份', 'Billing Cycle') },
        { key: 'consumeAmt', words: words('消费金额', 'Expenditure'), show: 'money' },
        { key: 'discountAmt', words: words('已优惠金额', 'Discounted'), show: 'money' },
        { key: 'refundAmt', words: words('退款金额', 'Refunds'), show: 'money' },
        { key: 'managerName', words: words('客户经理姓名', 'Account Manager'), masked: 'person' },
      ],
      filters: [
        month,
        { key: 'customer', words: words('客户名称', 'Customer'), kind: 'text' },
        { key: 'managerName', words: words('客户经理姓名', 'Account Manager'), kind: 'text' },
        {
          key: 'relType',
          words: words('关联类型', 'Association Type'),
          kind: 'select',
          codes: associationTypes,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: {
        type: 'CUSTOMER_BILL',
        words: words('导出客户账单', 'Export Customer Bills'),
        as: 'csv',
      },
    },
    {
      id: 'details',
      words: words('消费明细', 'Expenditure Details'),
      answer: {
        method: 'GET',
        path: '/obmgr/rest/bpbill/v2/expenditure/details',
        wrapper: 'flat',
        list: 'fee_records',
      },
      identity: 'record_id',
      scope: 'month',
      columns: [
        { key: 'bill_cycle', words: words('账期', 'Billing Cycle'), width: 90 },
        {
          key: 'customer_name',
          words: words('客户名称/账号名', 'Customer Name/Account'),
          masked: 'company',
          also: { key: 'customer_account', masked: 'account' },
          width: 200,
        },
        {
          key: 'association_type',
          words: words('关联类型', 'Association Type'),
          codes: associationTypes,
        },
        { key: 'service_type', words: words('产品类型', 'Product Type') },
        { key: 'resource_name', words: words('资源名称', 'Resource Name') },
        { key: 'resource_id', words: words('资源ID', 'Resource ID'), width: 270 },
        { key: 'region', words: words('区域', 'Region') },
        { key: 'charge_mode', words: words('计费模式', 'Billing Mode'), codes: billingModes },
        {
          key: 'bill_type',
          words: words('账单类型', 'Bill Type'),
          codes: {
            '1': words('消费-新购', 'Expenditure-Purchase'),
            '2': words('消费-续订', 'Expenditure-Renewal'),
            '3': words('退款', 'Refund'),
            '8': words('消费-使用', 'Expenditure-Use'),
          },
        },
        { key: 'trade_id', words: words('订单号/交易ID', 'Order/Transaction ID'), width: 170 },
        { key: 'official_amount', words: words('官网价', 'List Price'), show: 'money' },
        { key: 'discount_amount', words: words('优惠金额', 'Discount'), show: 'money' },
        { key: 'coupon_amount', words: words('代金券抵扣', 'Paid by Coupons'), show: 'money' },
        { key: 'amount', words: words('应付金额', 'Amount Due'), show: 'money' },
        { key: 'trade_time', words: words('交易时间', 'Transaction Time'), show: 'time' },
      ],
      filters: [
        { ...month, words: words('账期', 'Billing Cycle') },
        { key: 'customer_name', words: words('客户名称', 'Customer Name'), kind: 'text' },
        { key: 'resource_name', words: words('资源名称', 'Resource Name'), kind: 'text' },
        {
          key: 'charge_mode',
          words: words('计费模式', 'Billing Mode'),
          kind: 'select',
          codes: billingModes,
        },
      ],
      pageSizes: [20, 50, 100],
      exports: { type: 'BILL_DETAIL', words: words('导出消费明细', 'Export Details'), as: 'csv' },
    },
  ],
}
