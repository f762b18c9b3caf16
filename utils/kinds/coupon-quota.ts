import { amount, choice, currency, defineKind, id, text, time, type RecordOf } from './define'

/** A quota from which coupons are issued, own or passed on to a reseller. Wire: ListQuotaCoupons, ListIssuedCouponQuotas. */
export const couponQuota = defineKind({
  name: 'couponQuota',
  label: { zh: '券额度', en: 'Coupon quotas' },
  key: ['quotaId'],
  expires: 'expiresAt',
  over: { while: ['normal'], becomes: 'invalid' },
  staleAfterHours: 24,
  signature: ['quotaValue', 'balance'],
  // A number under a limit is a quota of many things; one of money says more.
  needs: [
    'quotaValue|balance',
    'balance|validFrom|expiresAt|createdAt|status|type|resellerId|resellerName',
  ],
  plainId: true,
  words: { zh: ['额度'], en: ['quota', 'coupon limit'] },
  menu: {
    zh: '销售 > 客户 > 券管理 > 代金券管理 > 代金券额度',
    en: 'Sales > Customers > Coupon Management > Coupon Quota',
  },
  fields: {
    quotaId: id({
      zh: ['额度编号', '代金券额度编号', '现金券额度编号'],
      en: ['Quota ID', 'Limit ID'],
      wire: ['quota_code'],
    }),
    type: choice({
      zh: ['额度类型', '类型', '券类型'],
      en: ['Quota type'],
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
      values: {
        normal: {
          zh: ['正常', '有效', '生效中', '可用', '可使用', '使用中'],
          en: ['Normal', 'Valid', 'Available', 'In use', 'Active', 'Usable', 'Effective'],
          codes: ['0'],
        },
        invalid: {
          zh: ['失效', '已失效', '已过期', '无效', '过期', '已到期'],
          en: ['Invalid', 'Expired', 'Lapsed', 'Invalidated'],
          codes: ['3'],
        },
        adjusting: {
          zh: ['额度调整中', '调整中'],
          en: ['Adjusting', 'Being adjusted', 'Adjustment in progress', 'Under adjustment'],
          codes: ['4'],
        },
        frozen: { zh: ['冻结', '已冻结', '冻结中'], en: ['Frozen'], codes: ['5'] },
        reclaimed: {
          zh: ['回收', '已回收', '已收回', '收回'],
          en: ['Reclaimed', 'Recovered', 'Withdrawn', 'Reclaim', 'Revoked', 'Taken back'],
          codes: ['6'],
        },
      },
    }),
    quotaValue: amount({
      zh: [
        '额度',
        '总额度',
        '代金券额度',
        '现金券额度',
        '总金额',
        '发放额度',
        '授予额度',
        '授予总额',
      ],
      en: [
        'Granted amount',
        'Quota',
        'Issued quota',
        'Granted quota',
        'Quota granted',
        'Initial quota',
      ],
      wire: ['grant_amount', 'total', 'amount'],
    }),
    balance: amount({
      zh: [
        '剩余额度',
        '余额',
        '额度余额',
        '剩余',
        '可下发额度',
        '可发放余额',
        '剩余金额',
        '未发放额度',
        '剩余额',
        '可用余额',
      ],
      en: ['Remaining', 'Available amount', 'Available balance'],
      wire: ['quota_balance', 'remaining_total'],
    }),
    currency: currency(),
    validFrom: time({
      zh: ['生效时间', '有效期起'],
      en: ['Effective'],
      wire: ['valid_time', 'valid_start_time'],
    }),
    expiresAt: time({
      end: true,
      zh: ['失效时间', '到期时间', '有效期至', '过期时间', '有效期止', '截止时间'],
      en: ['Expires', 'Valid until', 'Valid through'],
      wire: ['valid_to', 'invalid_time', 'valid_end_time', 'finish_time'],
    }),
    createdAt: time({
      zh: ['创建时间'],
      en: ['Created', 'Issued'],
    }),
    resellerId: id({
      zh: ['云经销商ID', '云经销商账号ID'],
      en: ['Reseller ID'],
      wire: ['indirect_partner_id', 'indirect_partner_account_id', 'second_partner_id'],
    }),
    resellerName: text({
      zh: ['云经销商', '二级经销商', '二级经销商名称', '经销商', '云经销商公司名称'],
      en: ['Reseller', 'Tier-2 reseller', 'Indirect partner'],
      wire: ['second_partner_name'],
    }),
    issuer: choice({
      zh: ['发放方', '发放来源', '来源', '来源方'],
      en: ['Issued by', 'Source'],
      wire: ['issue_party', 'issue_org', 'quota_source'],
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
