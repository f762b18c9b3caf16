import { accountName, association, chargeMode, customerName, manager, orderNo } from './common'
import {
  amount,
  choice,
  currency,
  defineKind,
  id,
  month,
  rate,
  text,
  type RecordOf,
} from './define'

export const incentiveStatus = () =>
  choice({
    zh: ['状态', '激励状态', '账单状态', '发放状态', '结算状态'],
    en: ['Status', 'Payment status'],
    wire: ['confirm_status', 'payout_status'],
    values: {
      estimated: {
        zh: ['预估', '预估中', '预估值', '预估激励', '预计', '暂估'],
        en: ['Estimated', 'Estimate', 'Estimating', 'Forecast', 'Provisional'],
      },
      pending: {
        zh: ['待确认', '待伙伴确认', '未确认', '确认中', '待对账', '待核对'],
        en: [
          'To be confirmed',
          'Pending',
          'Pending confirmation',
          'To confirm',
          'Unconfirmed',
          'Awaiting confirmation',
        ],
      },
      paying: {
        zh: ['发放中', '支付中', '付款中', '待发放', '待支付'],
        en: [
          'Paying',
          'Issuing',
          'Being paid',
          'Being issued',
          'Payment in progress',
          'In payment',
          'Issuance in progress',
          'Distributing',
          'Being distributed',
        ],
      },
      paid: {
        zh: [
          '发放成功',
          '已发放',
          '支付成功',
          '已支付',
          '发放完成',
          '已付款',
          '已到账',
          '发放完毕',
        ],
        en: [
          'Paid',
          'Issued',
          'Issued successfully',
          'Payment succeeded',
          'Payment successful',
          'Distributed',
          'Granted',
          'Paid out',
        ],
      },
    },
  })
export const cycle = () =>
  month({
    zh: ['对账期次', '账期', '期次', '结算月份', '账单期次', '激励期次', '核算周期'],
    en: ['Reconciliation period'],
    wire: ['period_id', 'check_period', 'account_period', 'recon_term', 'month'],
  })
export const planName = () =>
  text({
    zh: ['激励计划名称', '激励计划', '计划名称'],
    en: ['Incentive plan', 'Plan'],
    wire: ['incentive_name', 'project_name'],
  })
export const billId = () =>
  id({
    zh: ['激励账单ID', '账单ID', '激励账单', '激励单号'],
    en: ['Incentive bill ID', 'Reconciliation bill ID', 'Sheet ID'],
    wire: ['reconciliation_id'],
  })
export const incentiveAmount = () =>
  amount({
    zh: ['激励金额', '激励总额', '金额', '应发金额', '应付激励金额', '应付激励', '激励'],
    en: [
      'Incentive',
      'Incentive amount',
      'Amount',
      'Rebate',
      'Bill amount',
      'Payout',
      'Incentives earned',
    ],
    wire: ['total_amount'],
  })

/** One line of 激励明细: an order of a customer and what the partner earns on it. No open API has it. */
export const incentive = defineKind({
  name: 'incentive',
  label: { zh: '激励明细', en: 'Incentives' },
  key: ['incentiveId'],
  fallback: ['cycle', 'billId', 'orderNo', 'customerName|accountName', 'productType'],
  scope: 'cycle',
  dated: 'cycle',
  staleAfterHours: 48,
  signature: ['rate', 'baseAmount', 'amount'],
  needs: ['amount', 'rate|baseAmount|planName|billId'],
  plainId: true,
  words: { zh: ['激励明细', '激励'], en: ['incentive', 'incentives'] },
  menu: {
    zh: '销售 > 激励 > 激励管理 > 激励明细',
    en: 'Sales > Incentives > Incentive Management > Incentive Details',
  },
  fields: {
    incentiveId: id({
      zh: ['激励数据ID', '激励ID', '激励明细ID', '激励记录ID', '数据ID'],
      en: ['Incentive data ID', 'Revenue ID'],
      wire: ['incentive_detail_id', 'record_id'],
    }),
    billId: billId(),
    year: text({
      zh: ['年份'],
      en: ['Year'],
      wire: ['year_id', 'incentive_year'],
    }),
    cycle: cycle(),
    planName: planName(),
    orderNo: orderNo(),
    customerName: customerName(),
    accountName: accountName(),
    manager: manager(),
    productType: text({
      zh: ['产品类型', '云服务类型', '云服务', '产品'],
      en: ['Product type', 'Service type', 'Product'],
      wire: ['service_type_name', 'cloud_service_type_name', 'product_line', 'service'],
    }),
    association: association(),
    chargeMode: chargeMode(),
    baseAmount: amount({
      zh: ['基数值', '基数', '计算基数'],
      en: ['Base', 'Calculation base', 'Base number'],
      wire: ['eligible_amount'],
    }),
    rate: rate({
      zh: ['返点比例', '比例', '返点'],
      en: ['Rate', 'Rebate'],
      wire: ['point_rate', 'rate_value', 'return_rate', 'payout_rate'],
    }),
    amount: incentiveAmount(),
    currency: currency(),
    status: incentiveStatus(),
    resellerName: text({
      zh: ['二级经销商名称', '二级经销商', '云经销商', '经销商', '二级伙伴'],
      en: ['Reseller', 'Tier-2 reseller', 'Second-tier reseller'],
      wire: ['indirect_partner_name', 'secondary_dealer_name'],
    }),
    salesRep: text({
      zh: ['电销人员', '电销', '电销经理'],
      en: [
        'Sales rep',
        'Telesales',
        'Telesales representative',
        'Sales representative',
        'Telemarketer',
      ],
      wire: ['sales_name', 'tele_seller'],
    }),
  },
})
export type Incentive = RecordOf<typeof incentive>
