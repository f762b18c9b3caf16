import { accountName, customerId, customerName } from './common'
import { amount, choice, currency, defineKind, flag, id, text, time, type RecordOf } from './define'

/** A coupon a partner holds or has issued. Wire names: ListSubCustomerCoupons and ListIssuedPartnerCoupons of the open API. */
export const coupon = defineKind({
  name: 'coupon',
  label: { zh: '优惠券', en: 'Coupons' },
  key: ['couponId'],
  scope: 'customerId',
  expires: 'expiresAt',
  over: { while: ['usable', 'inactive'], becomes: 'expired' },
  staleAfterHours: 24,
  signature: ['faceValue', 'balance', 'couponId'],
  // A discount has no amount: then it must say what, whose, from when and until when.
  needs: [
    'faceValue|balance|type|minOrderAmount',
    'faceValue|balance|status',
    'faceValue|balance|validFrom',
    'faceValue|balance|expiresAt',
    'faceValue|balance|customerId|customerName|accountName|minOrderAmount',
  ],
  unaddressed: ['balance', 'customerId', 'customerName', 'accountName', 'issuerId'],
  plainId: true,
  words: { zh: ['代金券', '现金券', '优惠券', '折扣券'], en: ['coupon', 'voucher'] },
  menu: {
    zh: '销售 > 客户 > 券管理 > 代金券管理 > 已发放代金券',
    en: 'Sales > Customers > Coupon Management',
  },
  fields: {
    couponId: id({
      zh: ['代金券ID', '优惠券ID', '折扣券ID', '券ID'],
      en: ['Coupon ID', 'Cash coupon ID', 'Flexi-purchase coupon ID'],
      wire: ['coupon_instance_id'],
    }),
    type: choice({
      zh: ['类型', '券类型', '券种'],
      en: ['Type'],
      values: {
        voucher: { zh: ['代金券'], en: ['Voucher'], codes: ['1'] },
        discount: { zh: ['折扣券'], en: ['Discount coupon', 'Discount'], codes: ['2'] },
        product: { zh: ['产品券'], en: ['Product coupon'], codes: ['3'] },
        cash: { zh: ['现金券'], en: ['Flexi-purchase coupon'], codes: ['4'] },
      },
    }),
    status: choice({
      zh: ['状态', '券状态', '使用状态'],
      en: ['Status'],
      wire: ['use_status'],
      values: {
        inactive: {
          zh: ['未激活', '待激活', '待生效', '未生效'],
          en: ['Not activated', 'Inactive', 'Unactivated', 'To be activated', 'Pending activation'],
          codes: ['1'],
        },
        usable: {
          zh: ['可使用', '待使用', '有效', '可用', '未使用', '正常', '生效中', '使用中', '未用'],
          en: [
            'Usable',
            'Available',
            'To be used',
            'Valid',
            'Unused',
            'Normal',
            'In use',
            'Active',
            'Not used',
          ],
          codes: ['2'],
        },
        used: {
          zh: ['已使用', '已用完', '使用完毕', '已用尽', '用完', '已用', '已核销', '已耗尽'],
          en: ['Used', 'Used up', 'Exhausted', 'Fully used', 'Depleted', 'Consumed', 'Redeemed'],
          codes: ['3'],
        },
        expired: {
          zh: ['已过期', '已失效', '过期', '失效', '已到期', '到期'],
          en: ['Expired', 'Invalid', 'Lapsed', 'Invalidated'],
          codes: ['4'],
        },
        reclaimed: {
          zh: ['已回收', '回收', '已收回', '已撤回', '已撤销'],
          en: ['Reclaimed', 'Recovered', 'Withdrawn', 'Revoked', 'Taken back'],
          codes: ['5'],
        },
      },
    }),
    faceValue: amount({
      zh: [
        '面值',
        '券面值',
        '代金券面值',
        '券面金额',
        '发放金额',
        '发放面值',
        '优惠额度',
        '总面值',
        '初始金额',
      ],
      en: ['Face value', 'Coupon value', 'Value', 'Initial amount', 'Original amount'],
    }),
    balance: amount({
      zh: ['余额', '剩余金额', '券余额', '剩余面值', '剩余', '剩余额', '未使用金额', '可使用金额'],
      en: ['Balance', 'Remaining', 'Remaining amount'],
      wire: ['outstanding'],
    }),
    currency: currency(),
    validFrom: time({
      zh: ['生效时间', '有效期从', '有效期起', '有效开始时间'],
      en: ['Effective'],
      wire: ['valid_time', 'active_begin_time'],
    }),
    expiresAt: time({
      end: true,
      zh: [
        '失效时间',
        '到期时间',
        '有效期至',
        '有效期止',
        '截止时间',
        '有效期截止',
        '有效截止时间',
        '有效结束时间',
        '有效期到',
        '到期',
        '有效至',
      ],
      en: ['Expires'],
      wire: ['active_end_time', 'active_to', 'end_effective_time', 'finish_time'],
    }),
    planName: text({
      zh: ['优惠券名称', '活动名称', '券名称', '促销计划名称', '促销名称', '优惠活动'],
      en: ['Coupon name', 'Plan'],
      wire: ['act_name'],
    }),
    customerId: customerId(),
    customerName: customerName({
      zh: ['发放对象', '接收客户', '领取客户'],
      en: ['Recipient', 'Issued to', 'Holder'],
    }),
    accountName: accountName({
      zh: ['发放对象账号', '接收账号', '使用账号'],
      en: ['Recipient account', 'Issued to account', 'Holder account', 'Owner account'],
    }),
    issuerId: id({
      zh: ['发放方', '发放方ID', '来源', '发放伙伴ID', '发放者'],
      en: ['Issuer', 'Issued by', 'Issuing partner ID'],
      wire: ['source_id', 'issue_account_id', 'issue_party_id', 'issuer_account_id', 'sender_id'],
    }),
    orderId: id({
      zh: ['订单号', '使用订单', '使用订单号'],
      en: ['Order No.', 'Order', 'Associated order', 'Used in order'],
      wire: ['used_order_no'],
    }),
    frozen: flag({
      zh: ['是否冻结', '冻结状态', '冻结'],
      en: ['Frozen'],
      wire: ['is_frozen', 'frozen_flag', 'freeze'],
    }),
    minOrderAmount: amount({
      zh: ['最小可用订单额', '最低消费金额', '使用门槛', '满减门槛'],
      en: ['Minimum order'],
      wire: ['threshold_amount', 'threshold'],
    }),
    scope: text({
      zh: ['使用限制', '适用范围', '适用产品', '产品限制', '限制条件', '适用产品范围'],
      en: [
        'Use restrictions',
        'Use limits',
        'Applicable products',
        'Usage scope',
        'Applicable to',
        'Applies to',
      ],
      wire: [
        'product_scope',
        'applicable_scope',
        'apply_scope',
        'applicable_service',
        'use_condition',
        'usable_products',
      ],
    }),
    holder: choice({
      zh: ['持有方'],
      en: ['Holder'],
      values: { own: { zh: ['自有'], en: ['Own'] }, issued: { zh: ['已发放'], en: ['Issued'] } },
    }),
  },
})
export type Coupon = RecordOf<typeof coupon>
