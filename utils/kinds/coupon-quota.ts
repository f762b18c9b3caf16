import { amount, choice, currency, defineKind, id, text, time, type RecordOf } from './define'

/** A quota from which coupons are issued, own or passed on to a reseller. Wire: ListQuotaCoupons, ListIssuedCouponQuotas. */
export const couponQuota = defineKind({
  name: 'couponQuota',
  label: { zh: '券额度', en: 'Coupon quotas' },
  key: ['quotaId'],
  expires: 'expiresAt',
  staleAfterHours: 24,
  signature: ['quotaValue', 'balance'],
  needs: ['quotaValue|balance'],
  plainId: true,
  words: { zh: ['额度'], en: ['quota'] },
  menu: {
    zh: '销售 > 客户 > 券管理 > 代金券管理 > 代金券额度',
    en: 'Sales > Customers > Coupon Management > Coupon Quota',
  },
  fields: {
    quotaId: id({
      zh: ['额度编号', '额度ID', '代金券额度编号', '代金券额度ID', '现金券额度编号'],
      en: ['Quota ID', 'Quota No.', 'Quota number'],
      wire: ['quota_id', 'quota_no', 'coupon_quota_id'],
    }),
    type: choice({
      zh: ['额度类型', '类型'],
      en: ['Quota type', 'Type'],
      wire: ['quota_type'],
      values: {
        voucher: { zh: ['代金券额度', '代金券'], en: ['Voucher', 'Voucher quota'], codes: ['0'] },
        cash: {
          zh: ['现金券额度', '现金券'],
          en: ['Flexi-purchase coupon', 'Flexi-purchase quota', 'Flexi-purchase coupon quota'],
          codes: ['1'],
        },
      },
    }),
    status: choice({
      zh: ['状态', '额度状态'],
      en: ['Status', 'Quota status'],
      wire: ['quota_status', 'status', 'state'],
      values: {
        normal: {
          zh: ['正常', '有效', '生效中'],
          en: ['Normal', 'Valid', 'Available', 'In use'],
          codes: ['0'],
        },
        invalid: { zh: ['失效', '已失效', '已过期'], en: ['Invalid', 'Expired'], codes: ['3'] },
        adjusting: {
          zh: ['额度调整中', '调整中'],
          en: ['Adjusting', 'Quota adjusting', 'Being adjusted'],
          codes: ['4'],
        },
        frozen: { zh: ['冻结', '已冻结'], en: ['Frozen'], codes: ['5'] },
        reclaimed: {
          zh: ['回收', '已回收'],
          en: ['Reclaimed', 'Recovered', 'Withdrawn'],
          codes: ['6'],
        },
      },
    }),
    quotaValue: amount({
      zh: [
        '额度',
        '总额度',
        '额度总额',
        '额度金额',
        '代金券额度',
        '现金券额度',
        '额度总金额',
        '总金额',
      ],
      en: ['Quota', 'Total quota', 'Quota amount', 'Quota value', 'Total amount'],
      wire: ['quota_value', 'quota_amount', 'coupon_quota_amount', 'total_quota', 'quota_total'],
    }),
    balance: amount({
      zh: [
        '剩余额度',
        '可用额度',
        '余额',
        '额度余额',
        '可发放额度',
        '剩余',
        '剩余可发放额度',
        '可下发额度',
        '剩余金额',
        '剩余可用额度',
        '可用剩余额度',
      ],
      en: ['Remaining', 'Remaining quota', 'Available quota', 'Balance', 'Available amount'],
      wire: [
        'balance',
        'left_quota',
        'remain_quota',
        'available_quota',
        'left_value',
        'quota_balance',
        'remaining_quota',
      ],
    }),
    currency: currency(),
    validFrom: time({
      zh: ['生效时间', '生效日期', '开始时间'],
      en: ['Effective', 'Effective time', 'Effective date', 'Valid from'],
      wire: ['effective_time', 'valid_from', 'begin_time', 'start_time', 'valid_time'],
    }),
    expiresAt: time({
      end: true,
      zh: ['失效时间', '到期时间', '有效期至', '过期时间', '失效日期'],
      en: ['Expires', 'Expiration time', 'Expiry date', 'Valid until', 'Expires on'],
      wire: ['expire_time', 'valid_to', 'end_time', 'expiration_time', 'invalid_time'],
    }),
    createdAt: time({
      zh: ['创建时间', '发放时间'],
      en: ['Created', 'Created on', 'Creation time'],
      wire: ['create_time', 'created_at', 'creation_time'],
    }),
    resellerId: id({
      zh: ['云经销商ID', '二级经销商ID'],
      en: ['Reseller ID'],
      wire: ['indirect_partner_id', 'reseller_id'],
    }),
    resellerName: text({
      zh: ['云经销商', '云经销商名称', '二级经销商', '二级经销商名称'],
      en: ['Reseller', 'Reseller name'],
      wire: ['indirect_partner_name', 'reseller_name'],
    }),
    issuer: choice({
      zh: ['发放方', '额度来源'],
      en: ['Issued by', 'Issuer'],
      values: {
        'huawei-cloud': { zh: ['华为云'], en: ['Huawei Cloud'] },
        distributor: { zh: ['总经销商', '华为云总经销商'], en: ['Distributor'] },
      },
    }),
    holder: choice({
      zh: ['持有方'],
      en: ['Holder'],
      values: { own: { zh: ['自有'], en: ['Own'] }, issued: { zh: ['已发放'], en: ['Issued'] } },
    }),
  },
})
export type CouponQuota = RecordOf<typeof couponQuota>
