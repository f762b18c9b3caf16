import { customerId, customerName } from './common'
import { amount, choice, defineKind, id, text, time, type RecordOf } from './define'

/** One line of the log of coupons and quotas. Wire: ListPartnerCouponsRecord, ListCouponQuotasRecords. */
export const couponOperation = defineKind({
  name: 'couponOperation',
  label: { zh: '券操作记录', en: 'Coupon operations' },
  key: ['operationId'],
  fallback: [
    'operatedAt',
    'operation',
    'quotaId',
    'couponId|customerId|customerName|resellerId|resellerName',
    'amount',
  ],
  dated: 'operatedAt',
  staleAfterHours: 24,
  signature: ['operation', 'operatedAt'],
  needs: ['operation', 'operatedAt', 'quotaId|couponId'],
  words: { zh: ['操作记录', '券', '额度'], en: ['coupon', 'quota', 'operation record'] },
  menu: {
    zh: '销售 > 客户 > 券管理 > 代金券管理 > 操作记录',
    en: 'Sales > Customers > Coupon Management > Operation Records',
  },
  fields: {
    operationId: id({
      zh: ['记录ID', '操作ID', '流水号', '操作编号'],
      en: ['Record ID', 'Operation ID'],
      wire: ['id', 'log_id', 'record_id', 'operation_id'],
    }),
    operation: choice({
      zh: ['操作类型', '业务类型', '操作'],
      en: ['Operation type', 'Operation'],
      wire: ['operation_type', 'op_type', 'operate_type', 'operation'],
      values: {
        issue: {
          zh: ['发放', '发放代金券', '下发'],
          en: ['Issue', 'Issued', 'Issuance'],
          codes: ['1'],
        },
        reclaim: {
          zh: ['手动回收', '回收'],
          en: [
            'Manual reclaim',
            'Reclaim',
            'Manual recovery',
            'Manually reclaimed',
            'Manually withdrawn',
          ],
          codes: ['2'],
        },
        'unbind-reclaim': {
          zh: ['解绑自动回收'],
          en: [
            'Auto reclaim on disassociation',
            'Disassociation',
            'Automatic reclaim upon disassociation',
            'Automatically withdrawn upon disassociation',
          ],
          codes: ['3'],
        },
        'expire-reclaim': {
          zh: ['过期回收'],
          en: [
            'Reclaim on expiry',
            'Expired',
            'Reclaimed on expiry',
            'Withdrawn upon expiration',
            'Expired and reclaimed',
            'Expiration reclaim',
          ],
          codes: ['4'],
        },
        'unsubscribe-reclaim': {
          zh: ['退订回收'],
          en: ['Reclaim on unsubscription', 'Unsubscription', 'Withdrawn upon unsubscription'],
          codes: ['5'],
        },
        'refund-cancel': {
          zh: ['退款充值撤销'],
          en: ['Recharge cancellation', 'Refund cancellation', 'Top-up cancellation'],
          codes: ['6'],
        },
        'bind-reclaim': {
          zh: ['建立关联回收'],
          en: ['Reclaim on association', 'Association'],
          codes: ['7'],
        },
        'switch-reclaim': {
          zh: ['切换关联模式自动回收'],
          en: ['Reclaim on association switch', 'Association type switch'],
          codes: ['8'],
        },
        transfer: { zh: ['云经销商转移'], en: ['Reseller transfer', 'Transfer'], codes: ['9'] },
        'quota-issue': {
          zh: ['发放额度', '下发额度'],
          en: ['Issue quota', 'Quota issuance', 'Quota issued'],
          codes: ['10'],
        },
        'quota-reclaim': {
          zh: ['回收额度'],
          en: ['Reclaim quota', 'Quota reclaim', 'Quota reclaimed'],
          codes: ['11'],
        },
      },
    }),
    quotaId: id({
      zh: ['额度编号', '额度ID'],
      en: ['Quota ID', 'Quota No.'],
      wire: ['quota_id', 'quota_no'],
    }),
    parentQuotaId: id({
      zh: ['父额度编号', '上级额度编号', '父额度ID'],
      en: ['Parent quota ID'],
      wire: ['parent_quota_id'],
    }),
    resellerId: id({
      zh: ['云经销商ID'],
      en: ['Reseller ID'],
      wire: ['indirect_partner_id', 'reseller_id'],
    }),
    resellerName: text({
      zh: ['云经销商', '云经销商名称'],
      en: ['Reseller', 'Reseller name'],
      wire: ['indirect_partner_name', 'reseller_name'],
    }),
    couponId: id({
      zh: ['代金券ID', '优惠券ID', '券ID', '现金券ID', '代金券编号'],
      en: ['Coupon ID', 'Coupon No.'],
      wire: ['coupon_id', 'coupon_no'],
    }),
    customerId: customerId(),
    customerName: customerName(),
    amount: amount({
      zh: ['操作金额', '金额', '操作额度', '发放/回收金额', '发放金额', '回收金额', '涉及金额'],
      en: ['Amount', 'Operation amount', 'Amount issued/reclaimed'],
      wire: ['operation_amount', 'op_amount', 'amount', 'operate_amount'],
    }),
    operatedAt: time({
      zh: ['操作时间'],
      en: ['Operated', 'Operated on', 'Operation time', 'Time'],
      wire: ['operation_time', 'op_time', 'operate_time', 'operated_at'],
    }),
    result: choice({
      zh: ['操作结果', '结果', '执行结果', '处理结果'],
      en: ['Result', 'Operation result'],
      wire: ['result', 'op_result', 'operation_result'],
      values: {
        ok: { zh: ['成功'], en: ['Succeeded', 'Success', 'Successful'], codes: ['0'] },
        failed: { zh: ['失败'], en: ['Failed', 'Failure'], codes: ['-1'] },
      },
    }),
    operator: text({
      zh: ['操作员', '操作人', '操作账号', '操作人员', '操作用户'],
      en: ['Operator', 'Operated by'],
      wire: ['operator', 'operator_name'],
    }),
    remark: text({
      zh: ['备注', '说明'],
      en: ['Remark', 'Remarks', 'Description', 'Notes', 'Comment', 'Comments'],
      wire: ['remark', 'memo', 'remarks'],
    }),
  },
})
export type CouponOperation = RecordOf<typeof couponOperation>
