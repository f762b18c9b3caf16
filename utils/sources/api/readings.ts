import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { OperationName } from './operations'

/** How the rows of an operation become records: wire names of the contract on the left, ours on the right. */
export interface Reading {
  kind: KindName
  /** `a.b` is a field within an object, `a[].b` joins the values of a list. */
  fields: Readonly<Record<string, string>>
  /** What the operation says without saying it in every row. */
  fixed?: KindRecord
  /** What a choice's codes depend on, where it is no field of the record. */
  setting?: string
  /** Rows with the same key are parts of one sum: a resource type each, which our kind does not split by. */
  sums?: boolean
}

const coupon = {
  coupon_id: 'couponId',
  coupon_type: 'type',
  status: 'status',
  face_value: 'faceValue',
  balance: 'balance',
  currency: 'currency',
  expire_time: 'expiresAt',
  customer_id: 'customerId',
  order_id: 'orderId',
  is_frozen: 'frozen',
}
const quota = {
  quota_id: 'quotaId',
  quota_type: 'type',
  quota_status: 'status',
  quota_value: 'quotaValue',
  balance: 'balance',
  currency: 'currency',
  effective_time: 'validFrom',
  expire_time: 'expiresAt',
  create_time: 'createdAt',
}
const operation = {
  id: 'operationId',
  operation_type: 'operation',
  quota_id: 'quotaId',
  operation_time: 'operatedAt',
  result: 'result',
  remark: 'remark',
}
const resource = {
  resource_id: 'resourceId',
  resource_name: 'name',
  service_type_code: 'serviceType',
  service_type_name: 'serviceName',
  resource_type_code: 'resourceType',
  resource_type_name: 'resourceTypeName',
  region_code: 'region',
  resource_spec_code: 'spec',
  // The description is said where there is one: the later name wins.
  product_spec_desc: 'spec',
  status: 'status',
  effective_time: 'startedAt',
  expire_time: 'expiresAt',
}
const charge = {
  id: 'chargeId',
  customer_id: 'customerId',
  resource_type_name: 'resourceTypeName',
  resource_id: 'resourceId',
  resource_name: 'resourceName',
  product_spec_desc: 'spec',
  trade_time: 'tradedAt',
  trade_id: 'orderNo',
  usage_type: 'usageType',
  usage_measure_id: 'usageUnit',
  official_amount: 'officialAmount',
  cash_amount: 'cashAmount',
  credit_amount: 'creditAmount',
  coupon_amount: 'couponAmount',
  flexipurchase_coupon_amount: 'cashCouponAmount',
  debt_amount: 'debtAmount',
  currency: 'currency',
}

const statement = {
  trade_detail_type: 'operation',
  trade_time: 'tradedAt',
  trade_id: 'orderNo',
  change_amount: 'amount',
  balance_after_change: 'balanceAfter',
  account_name: 'accountName',
}

export const readings = {
  ListSubCustomerCoupons: {
    kind: 'coupon',
    fields: { ...coupon, valid_time: 'validFrom', plan_name: 'planName', source_id: 'issuerId' },
    fixed: { holder: 'own' },
  },
  ListIssuedPartnerCoupons: {
    kind: 'coupon',
    fields: { ...coupon, effective_time: 'validFrom', promotion_plan_name: 'planName' },
    fixed: { holder: 'issued' },
  },
  ListQuotaCoupons: { kind: 'couponQuota', fields: quota, fixed: { holder: 'own' } },
  ListIssuedCouponQuotas: {
    kind: 'couponQuota',
    fields: {
      ...quota,
      indirect_partner_id: 'resellerId',
      indirect_partner_name: 'resellerName',
    },
    fixed: { holder: 'issued', issuer: 'distributor' },
  },
  ListPartnerCouponsRecord: {
    kind: 'couponOperation',
    fields: {
      ...operation,
      coupon_id: 'couponId',
      customer_id: 'customerId',
      operation_amount: 'amount',
    },
  },
  ListCouponQuotasRecords: {
    kind: 'couponOperation',
    fields: {
      ...operation,
      operator: 'operator',
      parent_quota_id: 'parentQuotaId',
      amount: 'amount',
      indirect_partner_id: 'resellerId',
      indirect_partner_name: 'resellerName',
    },
  },
  ListPayPerUseCustomerResources: {
    kind: 'resource',
    fields: {
      ...resource,
      parent_resource_id: 'mainResourceId',
      is_main_resource: 'isMain',
      expire_policy: 'expiryPolicy',
      'enterprise_project.name': 'project',
    },
    fixed: { billing: 'subscription' },
    setting: 'subscription',
  },
  ListCustomerOnDemandResources: {
    kind: 'resource',
    fields: { ...resource, customer_id: 'customerId' },
    fixed: { billing: 'on-demand' },
    setting: 'on-demand',
  },
  ListSubCustomers: {
    kind: 'customer',
    fields: {
      customer_id: 'customerId',
      customer: 'name',
      account_name: 'accountName',
      telephone: 'phone',
      email: 'email',
      'account_managers[].account_name': 'manager',
      association_type: 'association',
      associated_on: 'associatedAt',
      verified_status: 'verification',
      is_frozen: 'frozen',
      customer_level: 'level',
      label: 'tags',
      customer_type: 'type',
    },
  },
  ListSubcustomerMonthlyBills: {
    kind: 'consumption',
    fields: {
      customer_id: 'customerId',
      cloud_service_type: 'serviceType',
      cloud_service_type_name: 'serviceName',
      charge_mode: 'chargeMode',
      bill_type: 'billType',
      amount: 'amount',
      debt_amount: 'debtAmount',
      discount_amount: 'discountAmount',
      currency: 'currency',
    },
    fixed: { grain: 'customer+service+chargeMode' },
    setting: 'partner',
    sums: true,
  },
  ShowCustomerMonthlySum: {
    kind: 'consumption',
    fields: {
      bill_cycle: 'month',
      customer_id: 'customerId',
      account_name: 'accountName',
      service_type_code: 'serviceType',
      service_type_name: 'serviceName',
      charging_mode: 'chargeMode',
      bill_type: 'billType',
      consume_amount: 'amount',
      official_discount_amount: 'discountAmount',
      coupon_amount: 'couponAmount',
      flexipurchase_coupon_amount: 'cashCouponAmount',
      debt_amount: 'debtAmount',
      currency: 'currency',
    },
    fixed: { grain: 'customer+service+chargeMode' },
    setting: 'customer',
    sums: true,
  },
  ListSubCustomerBillDetail: {
    kind: 'charge',
    fields: {
      ...charge,
      bill_cycle: 'month',
      association_type: 'association',
      service_type_code: 'serviceType',
      service_type_name: 'serviceName',
      resource_type_code: 'resourceType',
      region_code: 'region',
      charging_mode: 'chargeMode',
      bill_detail_type: 'billType',
      usage_amount: 'usage',
      official_discount_amount: 'discountAmount',
      payment_amount: 'amount',
      stored_value_card_amount: 'storedValueAmount',
      writeoff_amount: 'writeoffAmount',
    },
  },
  ListCustomerselfResourceRecords: {
    kind: 'charge',
    fields: {
      ...charge,
      account_name: 'accountName',
      cloud_service_type: 'serviceType',
      cloud_service_type_name: 'serviceName',
      resource_type: 'resourceType',
      region: 'region',
      charge_mode: 'chargeMode',
      bill_type: 'billType',
      usage: 'usage',
      discount_amount: 'discountAmount',
      amount: 'amount',
      stored_card_amount: 'storedValueAmount',
      adjustment_amount: 'writeoffAmount',
    },
  },
  ListFreeResourceInfos: {
    kind: 'resourcePackage',
    fields: {
      order_instance_id: 'packageId',
      product_name: 'name',
      status: 'status',
      service_type_name: 'serviceName',
      region_code: 'region',
      effective_time: 'validFrom',
      expire_time: 'expiresAt',
      order_id: 'orderId',
    },
  },
  ListPartnerBalances: {
    kind: 'balance',
    fields: {
      account_id: 'balanceId',
      account_type: 'accountType',
      amount: 'amount',
      designated_amount: 'designatedAmount',
      credit_amount: 'creditAmount',
      currency: 'currency',
      memo: 'remark',
    },
  },
  ListCustomersBalancesDetail: {
    kind: 'balance',
    fields: {
      customer_id: 'customerId',
      amount: 'amount',
      debt_amount: 'debtAmount',
      currency: 'currency',
    },
  },
  ListPartnerAccountChangeRecords: {
    kind: 'statement',
    fields: {
      ...statement,
      account_change_id: 'statementId',
      type: 'direction',
      customer_id: 'customerId',
    },
    setting: 'account',
  },
  ListCustomerCouponChangeRecords: {
    kind: 'statement',
    fields: {
      ...statement,
      coupon_id: 'couponId',
      revenue_expense_type: 'direction',
      bill_cycle: 'month',
      cloud_service_type_name: 'serviceName',
      resource_type_name: 'resourceTypeName',
    },
    fixed: { accountType: 'coupon' },
    setting: 'coupon',
  },
  ListPartnerAdjustRecords: {
    kind: 'adjustment',
    fields: {
      trans_id: 'adjustmentId',
      customer_id: 'customerId',
      customer_name: 'customerName',
      operation_type: 'operation',
      amount: 'amount',
      currency: 'currency',
      apply_scene: 'scene',
      operation_time: 'operatedAt',
      memo: 'remark',
    },
  },
  ListIndirectPartners: {
    kind: 'reseller',
    fields: {
      indirect_partner_id: 'resellerId',
      name: 'resellerName',
      account_name: 'accountName',
      mobile_phone: 'phone',
      email: 'email',
      account_manager_name: 'manager',
      associated_on: 'associatedAt',
    },
  },
  ListIncentiveDiscountPolicies: {
    kind: 'incentivePolicy',
    fields: {
      service_type_code: 'serviceType',
      service_type_name: 'serviceName',
      incentive_policy: 'policy',
      allow_discount: 'discountAllowed',
    },
  },
} as const satisfies Partial<Record<OperationName, Reading>>

/** The operations whose rows are records of a kind of ours. */
export type ReadableName = keyof typeof readings
