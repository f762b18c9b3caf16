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
    zh: ['状态', '激励状态', '账单状态', '发放状态'],
    en: ['Status'],
    wire: ['status', 'state', 'incentive_status', 'bill_status'],
    values: {
      estimated: { zh: ['预估'], en: ['Estimated'] },
      pending: { zh: ['待确认'], en: ['To be confirmed', 'Pending', 'Pending confirmation'] },
      paying: { zh: ['发放中'], en: ['Paying', 'Issuing', 'Being paid', 'Being issued'] },
      paid: { zh: ['发放成功', '已发放'], en: ['Paid', 'Issued', 'Issued successfully'] },
    },
  })
export const cycle = () =>
  month({
    zh: [
      '对账期次',
      '账期',
      '期次',
      '对账周期',
      '结算月份',
      '账单期次',
      '结算周期',
      '激励周期',
      '对账月份',
      '激励月份',
    ],
    en: [
      'Reconciliation period',
      'Billing cycle',
      'Period',
      'Cycle',
      'Reconciliation cycle',
      'Settlement period',
    ],
    wire: [
      'cycle',
      'reconcile_period',
      'period',
      'period_id',
      'bill_cycle',
      'reconciliation_period',
      'recon_period',
      'check_period',
      'settle_period',
      'settlement_period',
      'account_period',
      'settle_cycle',
      'settlement_cycle',
      'settle_month',
    ],
  })
export const planName = () =>
  text({
    zh: ['激励计划名称', '激励计划', '计划名称', '激励项目', '激励政策'],
    en: [
      'Incentive plan',
      'Incentive plan name',
      'Plan name',
      'Plan',
      'Incentive program',
      'Program name',
      'Incentive policy',
    ],
    wire: ['plan_name', 'incentive_plan_name', 'incentive_plan', 'policy_name', 'program_name'],
  })
export const billId = () =>
  id({
    zh: ['激励账单ID', '账单ID', '激励账单编号', '激励账单', '激励账单号', '对账单号', '账单编号'],
    en: ['Incentive bill ID', 'Bill ID', 'Incentive statement ID', 'Statement ID'],
    wire: ['bill_id', 'incentive_bill_id', 'bill_no', 'incentive_bill_no'],
  })
export const incentiveAmount = () =>
  amount({
    zh: [
      '激励金额',
      '激励总额',
      '激励总金额',
      '金额',
      '返利金额',
      '返点金额',
      '应发激励',
      '应发金额',
    ],
    en: [
      'Incentive',
      'Incentive amount',
      'Amount',
      'Total incentive',
      'Total incentives',
      'Rebate',
      'Rebate amount',
      'Bill amount',
    ],
    wire: [
      'incentive_amount',
      'amount',
      'amt',
      'incentive',
      'total_amount',
      'rebate_amount',
      'rebate_total',
      'total_rebate',
      'rebate',
    ],
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
      zh: ['激励数据ID', '激励ID', '激励明细ID', '激励数据编号'],
      en: ['Incentive data ID', 'Incentive ID', 'Incentive record ID', 'Revenue ID'],
      wire: ['incentive_id', 'incentive_data_id', 'incentive_detail_id', 'data_id'],
    }),
    billId: billId(),
    year: text({ zh: ['年份', '年度'], en: ['Year'], wire: ['year'] }),
    cycle: cycle(),
    planName: planName(),
    orderNo: orderNo(),
    customerName: customerName(),
    accountName: accountName(),
    manager: manager(),
    productType: text({
      zh: ['产品类型', '云服务类型', '云服务', '产品'],
      en: ['Product type', 'Service type', 'Product'],
      wire: [
        'product_type',
        'product_type_name',
        'service_type_name',
        'product_name',
        'product_nm',
        'cloud_service_type_name',
        'prod_type',
      ],
    }),
    association: association(),
    chargeMode: chargeMode(),
    baseAmount: amount({
      zh: ['基数值', '激励基数', '基数', '基数金额', '计算基数', '激励计算基数'],
      en: ['Base', 'Base value', 'Base amount', 'Incentive base'],
      wire: ['base_amount', 'base_value', 'base', 'incentive_base', 'cardinal_value'],
    }),
    rate: rate({
      zh: ['返点比例', '激励比例', '比例', '激励系数', '返利比例', '返点', '返点率', '激励比率'],
      en: ['Rate', 'Rebate rate', 'Incentive rate', 'Ratio', 'Rebate percentage'],
      wire: ['rate', 'rebate_rate', 'incentive_rate', 'ratio', 'rebate_ratio', 'point_rate'],
    }),
    amount: incentiveAmount(),
    currency: currency(),
    status: incentiveStatus(),
    resellerName: text({
      zh: ['二级经销商名称', '云经销商名称', '二级经销商', '云经销商'],
      en: ['Reseller', 'Reseller name', 'Tier-2 reseller', 'Tier 2 reseller name'],
      wire: ['reseller_name', 'indirect_partner_name', 'second_dealer_name'],
    }),
    salesRep: text({
      zh: ['电销人员', '销售人员', '电销'],
      en: [
        'Sales rep',
        'Telesales',
        'Telesales representative',
        'Tele-sales rep',
        'Sales representative',
      ],
      wire: ['sales_rep', 'tele_sales', 'sales_name'],
    }),
  },
})
export type Incentive = RecordOf<typeof incentive>
