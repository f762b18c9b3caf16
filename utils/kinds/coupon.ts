import { amount, choice, currency, defineKind, flag, id, text, time, type RecordOf } from './define'

/** A coupon a partner holds or has issued. Wire names: ListSubCustomerCoupons and ListIssuedPartnerCoupons of the open API. */
export const coupon = defineKind({
  name: 'coupon',
  label: { zh: '优惠券', en: 'Coupons' },
  key: ['couponId'],
  scope: 'customerId',
  expires: 'expiresAt',
  staleAfterHours: 24,
  signature: ['couponId'],
  words: {
    zh: ['代金券', '现金券', '优惠券', '折扣券'],
    en: ['coupon', 'voucher'],
    wire: ['coupon'],
  },
  menu: { zh: '销售 > 客户 > 券管理 > 代金券管理 > 已发放代金券', en: 'Coupons' },
  fields: {
    couponId: id({
      zh: ['代金券ID', '优惠券ID', '现金券ID', '券ID', '券编号', '优惠券编号', '代金券编号'],
      en: ['Coupon ID', 'Voucher ID', 'Coupon No.'],
      wire: ['coupon_id'],
    }),
    type: choice({
      zh: ['类型', '券类型', '优惠券类型'],
      en: ['Type', 'Coupon type'],
      wire: ['coupon_type'],
      values: {
        voucher: { zh: ['代金券'], en: ['Voucher'], codes: ['1'] },
        discount: { zh: ['折扣券'], en: ['Discount coupon'], codes: ['2'] },
        product: { zh: ['产品券'], en: ['Product coupon'], codes: ['3'] },
        cash: { zh: ['现金券'], en: ['Flexi-purchase coupon'], codes: ['4'] },
      },
    }),
    status: choice({
      zh: ['状态', '券状态', '使用状态'],
      en: ['Status'],
      wire: ['status'],
      values: {
        inactive: { zh: ['未激活'], en: ['Not activated'], codes: ['1'] },
        usable: {
          zh: ['可使用', '待使用', '有效'],
          en: ['Usable', 'Available', 'To be used'],
          codes: ['2'],
        },
        used: { zh: ['已使用', '已用完'], en: ['Used', 'Used up'], codes: ['3'] },
        expired: { zh: ['已过期', '已失效'], en: ['Expired'], codes: ['4'] },
        reclaimed: { zh: ['已回收'], en: ['Reclaimed', 'Recovered', 'Withdrawn'], codes: ['5'] },
      },
    }),
    faceValue: amount({ zh: ['面值', '券面值'], en: ['Face value'], wire: ['face_value'] }),
    balance: amount({
      zh: ['余额', '剩余金额', '可用余额'],
      en: ['Balance', 'Remaining'],
      wire: ['balance'],
    }),
    currency: currency(),
    validFrom: time({
      zh: ['生效时间', '生效日期'],
      en: ['Effective', 'Effective time'],
      wire: ['valid_time', 'effective_time'],
    }),
    expiresAt: time({
      end: true,
      zh: ['失效时间', '到期时间', '过期时间'],
      en: ['Expires', 'Expiration time'],
      wire: ['expire_time'],
    }),
    planName: text({
      zh: ['优惠券名称', '活动名称', '代金券名称'],
      en: ['Coupon name', 'Plan'],
      wire: ['plan_name', 'promotion_plan_name'],
    }),
    customerId: id({ zh: ['客户ID'], en: ['Customer ID'], wire: ['customer_id'] }),
    customerName: text({
      personal: 'company',
      zh: ['客户名称'],
      en: ['Customer name', 'Customer'],
    }),
    accountName: text({
      personal: 'account',
      zh: ['账号名', '客户账号', '客户账号名'],
      en: ['Account name', 'Account'],
    }),
    issuerId: id({ zh: ['发放方', '发放方ID'], en: ['Issuer'], wire: ['source_id'] }),
    orderId: id({ zh: ['订单号'], en: ['Order No.'], wire: ['order_id'] }),
    frozen: flag({ zh: ['是否冻结'], en: ['Frozen'], wire: ['is_frozen'] }),
    minOrderAmount: amount({ zh: ['最小可用订单额', '最低订单金额'], en: ['Minimum order'] }),
    scope: text({
      zh: ['使用限制', '适用范围'],
      en: ['Use limits', 'Scope'],
      wire: ['use_limits'],
    }),
    holder: choice({
      zh: ['持有方'],
      en: ['Holder'],
      values: {
        own: { zh: ['自有'], en: ['Own'] },
        issued: { zh: ['已发放'], en: ['Issued'] },
      },
    }),
  },
})
export type Coupon = RecordOf<typeof coupon>
