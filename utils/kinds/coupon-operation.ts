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
      zh: ['记录ID', '操作ID', '日志ID'],
      en: ['Record ID'],
      wire: ['id', 'sn'],
    }),
    operation: choice({
      zh: ['操作类型', '业务类型', '操作', '操作方式', '类型', '操作动作'],
      en: ['Operation type', 'Type', 'Coupon operation'],
      wire: ['action'],
      values: {
        issue: {
          zh: [
            '发放',
            '发放代金券',
            '下发',
            '发券',
            '发放优惠券',
            '发放现金券',
            '下发代金券',
            '发放券',
          ],
          en: [
            'Issue',
            'Issued',
            'Issuance',
            'Issue coupon',
            'Issue coupons',
            'Coupon issued',
            'Coupon issuance',
            'Grant',
            'Granted',
            'Distribution',
          ],
          codes: ['1'],
        },
        reclaim: {
          zh: ['手动回收', '回收', '人工回收', '手工回收', '回收代金券', '回收现金券'],
          en: [
            'Manual reclaim',
            'Reclaim',
            'Manual recovery',
            'Manually reclaimed',
            'Manually withdrawn',
            'Reclaimed manually',
            'Manual withdrawal',
            'Reclaimed',
            'Recovered manually',
            'Withdraw',
            'Withdrawal',
            'Manual reclamation',
            'Reclamation',
          ],
          codes: ['2'],
        },
        'unbind-reclaim': {
          zh: ['解绑自动回收', '解绑回收', '解除关联自动回收', '解除关联回收'],
          en: [
            'Auto reclaim on disassociation',
            'Disassociation',
            'Automatic reclaim upon disassociation',
            'Automatically withdrawn upon disassociation',
            'Unbinding reclaim',
            'Auto reclaim upon unbinding',
            'Reclaim upon disassociation',
          ],
          codes: ['3'],
        },
        'expire-reclaim': {
          zh: ['过期回收', '过期自动回收', '到期回收', '到期自动回收'],
          en: [
            'Reclaim on expiry',
            'Expired',
            'Reclaimed on expiry',
            'Withdrawn upon expiration',
            'Expired and reclaimed',
            'Expiration reclaim',
            'Reclaim upon expiration',
            'Expired reclaim',
            'Expiry reclaim',
            'Recovered upon expiration',
            'Reclaimed upon expiration',
          ],
          codes: ['4'],
        },
        'unsubscribe-reclaim': {
          zh: ['退订回收', '退订自动回收'],
          en: [
            'Reclaim on unsubscription',
            'Unsubscription',
            'Withdrawn upon unsubscription',
            'Reclaim upon unsubscription',
            'Unsubscription reclaim',
            'Reclaimed upon unsubscription',
          ],
          codes: ['5'],
        },
        'refund-cancel': {
          zh: ['退款充值撤销', '充值撤销'],
          en: [
            'Recharge cancellation',
            'Refund cancellation',
            'Top-up cancellation',
            'Refund and recharge cancellation',
          ],
          codes: ['6'],
        },
        'bind-reclaim': {
          zh: ['建立关联回收', '关联回收', '建立关联自动回收'],
          en: [
            'Reclaim on association',
            'Association',
            'Reclaim upon association',
            'Reclaimed upon association',
          ],
          codes: ['7'],
        },
        'switch-reclaim': {
          zh: ['切换关联模式自动回收', '切换关联模式回收', '关联模式切换回收'],
          en: [
            'Reclaim on association switch',
            'Association type switch',
            'Reclaim upon association type change',
          ],
          codes: ['8'],
        },
        transfer: {
          zh: ['云经销商转移', '经销商转移'],
          en: ['Reseller transfer', 'Transfer'],
          codes: ['9'],
        },
        'quota-issue': {
          zh: ['发放额度', '下发额度', '额度发放', '额度下发', '发放代金券额度'],
          en: [
            'Issue quota',
            'Quota issuance',
            'Quota issued',
            'Grant quota',
            'Quota issue',
            'Quota granted',
          ],
          codes: ['10'],
        },
        'quota-reclaim': {
          zh: ['回收额度', '额度回收', '回收代金券额度'],
          en: ['Reclaim quota', 'Quota reclaim', 'Quota reclaimed'],
          codes: ['11'],
        },
      },
    }),
    quotaId: id({
      zh: ['额度编号', '代金券额度编号', '被操作额度编号', '涉及额度', '额度'],
      en: ['Quota ID', 'Limit ID'],
    }),
    parentQuotaId: id({
      zh: ['父额度编号'],
      en: ['Parent quota ID', 'Parent quota'],
    }),
    resellerId: id({
      zh: ['云经销商ID'],
      en: ['Reseller ID'],
      wire: ['indirect_partner_id'],
    }),
    resellerName: text({
      zh: ['云经销商', '经销商', '二级经销商'],
      en: [
        'Reseller',
        'Tier-2 reseller',
        'Second-tier reseller',
        'Reseller company',
        'Indirect partner',
      ],
    }),
    couponId: id({
      zh: ['代金券ID', '优惠券ID', '券ID', '现金券ID', '券'],
      en: ['Coupon ID', 'Cash coupon ID'],
      wire: ['coupon_instance_id'],
    }),
    customerId: customerId(),
    customerName: customerName(),
    amount: amount({
      zh: ['操作金额', '金额', '操作额度', '发放金额', '回收金额', '涉及金额', '发生金额'],
      en: ['Amount', 'Amount issued/reclaimed'],
      wire: ['act_amount'],
    }),
    operatedAt: time({
      zh: ['操作时间', '发生时间', '时间', '创建时间'],
      en: ['Operated', 'Time'],
      wire: ['when', 'performed_on'],
    }),
    result: choice({
      zh: ['操作结果', '结果', '执行结果', '处理结果', '状态', '处理结果'],
      en: ['Result', 'Status', 'Operation status'],
      wire: ['result_code', 'success_flag', 'ok', 'success'],
      values: {
        ok: {
          zh: ['成功', '操作成功', '执行成功', '处理成功'],
          en: ['Succeeded', 'Success', 'Successful', 'OK', 'Complete', 'Completed', 'Succeed'],
          codes: ['0'],
        },
        failed: {
          zh: ['失败', '操作失败', '执行失败', '处理失败'],
          en: ['Failed', 'Failure', 'Fail', 'Unsuccessful', 'Operation failed'],
          codes: ['-1'],
        },
      },
    }),
    operator: text({
      zh: ['操作员', '操作账号', '操作人员', '操作用户', '操作者', '操作员账号', '经手人'],
      en: ['Operator', 'Operated by', 'User', 'Performed by'],
      wire: ['operator_name', 'operation_user', 'by'],
    }),
    remark: text({
      zh: ['备注'],
      en: ['Remark', 'Description'],
      wire: ['memo'],
    }),
  },
})
export type CouponOperation = RecordOf<typeof couponOperation>
