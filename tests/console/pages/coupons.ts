/** 券管理 > 代金券管理: quota, issued coupons, log. Words and states: sections 3.4 and 3.5 of DOMAIN.md. */
import { associationTypes, customersMenu, type Page, sales, words } from './page.ts'

const quotaStates = {
  '0': words('有效', 'Valid'),
  '3': words('失效', 'Invalid'),
  '4': words('额度调整中', 'Adjusting'),
  '5': words('冻结', 'Frozen'),
}

const couponStates = {
  '2': words('可使用', 'Available'),
  '3': words('已用完', 'Used'),
  '4': words('已过期', 'Expired'),
  '5': words('已回收', 'Reclaimed'),
}

const operationTypes = {
  '1': words('发放', 'Issue'),
  '2': words('手动回收', 'Manual reclaim'),
  '3': words('解绑自动回收', 'Auto reclaim on disassociation'),
  '4': words('过期回收', 'Reclaim on expiry'),
  '5': words('退订回收', 'Reclaim on unsubscription'),
  '6': words('退款充值撤销', 'Recharge cancellation'),
}

export const coupons: Page = {
  id: 'coupons',
  side: 'partner',
  menu: [
    sales,
    customersMenu,
    words('券管理', 'Coupon Management'),
    words('代金券管理', 'Cash Coupons'),
  ],
  route: '/obmgr/voucher/manage',
  tabsInHash: true,
  sheets: [
    {
      id: 'quota',
      words: words('代金券额度', 'Coupon Quota'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpcoupon/v1/quota/queryPage',
        wrapper: 'flat',
        list: 'quotas',
      },
      identity: 'quota_id',
      columns: [
        { key: 'quota_id', words: words('额度编号', 'Quota ID'), width: 240 },
        {
          key: 'quota_type',
          words: words('额度类型', 'Quota Type'),
          codes: {
            '0': words('代金券额度', 'Cash coupon quota'),
            '1': words('现金券额度', 'Flexi-purchase quota'),
          },
        },
        { key: 'quota_value', words: words('额度（元）', 'Quota (CNY)'), show: 'amount' },
        { key: 'balance', words: words('可用额度（元）', 'Available Quota (CNY)'), show: 'amount' },
        { key: 'effective_time', words: words('生效时间', 'Effective Time'), show: 'time' },
        { key: 'expire_time', words: words('失效时间', 'Expiration Time'), show: 'time' },
        { key: 'quota_status', words: words('状态', 'Status'), codes: quotaStates },
      ],
      filters: [
        { key: 'quota_id', words: words('额度编号', 'Quota ID'), kind: 'text' },
        { key: 'quota_status', words: words('状态', 'Status'), kind: 'select', codes: quotaStates },
      ],
      pageSizes: [10, 20, 50],
      rowAction: [{ words: words('发放代金券', 'Issue Coupon'), does: 'nothing' }],
    },
    {
      id: 'issued',
      words: words('已发放代金券', 'Issued Coupons'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpcoupon/v2/issued/list',
        wrapper: 'retCode',
        list: 'list',
      },
      identity: 'couponId',
      columns: [
        { key: 'couponId', words: words('代金券ID', 'Coupon ID'), width: 220 },
        {
          key: 'custName',
          words: words('客户名称', 'Customer Name'),
          masked: 'company',
          width: 190,
        },
        { key: 'acctName', words: words('客户账号名', 'Account Name'), masked: 'account' },
        {
          key: 'relationType',
          words: words('关联类型', 'Association Type'),
          codes: associationTypes,
        },
        { key: 'faceValue', words: words('面值', 'Face Value'), show: 'money' },
        { key: 'leftValue', words: words('余额', 'Balance'), show: 'money' },
        { key: 'productLimit', words: words('使用限制', 'Use Limits') },
        { key: 'grantTime', words: words('发放时间', 'Issued On'), show: 'time' },
        { key: 'validTo', words: words('有效期至', 'Valid Until'), show: 'time' },
        { key: 'couponStatus', words: words('状态', 'Status'), codes: couponStates },
      ],
      filters: [
        { key: 'custName', words: words('客户名称', 'Customer Name'), kind: 'text' },
        { key: 'couponId', words: words('代金券ID', 'Coupon ID'), kind: 'text' },
        {
          key: 'couponStatus',
          words: words('状态', 'Status'),
          kind: 'select',
          codes: couponStates,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: {
        type: 'ISSUED_COUPON',
        words: words('导出已发放代金券', 'Export Issued Coupons'),
        as: 'xlsx',
      },
      rowAction: [{ words: words('回收', 'Reclaim'), does: 'nothing' }],
    },
    {
      id: 'couponLog',
      words: words('操作记录', 'Operation Records'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpcoupon/v1/oplog/page',
        wrapper: 'result',
        list: 'records',
      },
      identity: 'logId',
      columns: [
        { key: 'opTime', words: words('操作时间', 'Operated On'), show: 'time', width: 170 },
        { key: 'opType', words: words('操作类型', 'Operation'), codes: operationTypes },
        { key: 'quotaNo', words: words('额度编号', 'Quota ID'), width: 230 },
        { key: 'couponNo', words: words('代金券ID', 'Coupon ID'), width: 220 },
        { key: 'customerName', words: words('客户名称', 'Customer Name'), masked: 'company' },
        { key: 'opAmount', words: words('操作金额（元）', 'Amount (CNY)'), show: 'amount' },
        { key: 'operator', words: words('操作员', 'Operator') },
        {
          key: 'opResult',
          words: words('操作结果', 'Result'),
          codes: { '0': words('成功', 'Succeeded'), '-1': words('失败', 'Failed') },
        },
        { key: 'memo', words: words('备注', 'Remarks') },
      ],
      filters: [
        { key: 'customerName', words: words('客户名称', 'Customer Name'), kind: 'text' },
        { key: 'quotaNo', words: words('额度编号', 'Quota ID'), kind: 'text' },
        { key: 'operator', words: words('操作员', 'Operator'), kind: 'text' },
      ],
      pageSizes: [10, 20, 50],
      exports: { type: 'COUPON_LOG', words: words('导出操作记录', 'Export Records'), as: 'csv' },
    },
  ],
}
