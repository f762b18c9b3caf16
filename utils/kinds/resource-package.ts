import { customerId, region, serviceName } from './common'
import { choice, decimal, defineKind, flag, id, items, text, time, type RecordOf } from './define'

/** A resource package with its items; readable with the customer's own login only. Wire: ListFreeResourceInfos, ListFreeResourceUsages. */
export const resourcePackage = defineKind({
  name: 'resourcePackage',
  label: { zh: '资源包', en: 'Resource packages' },
  key: ['packageId'],
  scope: 'customerId',
  expires: 'expiresAt',
  staleAfterHours: 24,
  signature: ['name', 'items', 'expiresAt'],
  needs: ['name|items|items.remaining', 'expiresAt|items|items.remaining|status'],
  unaddressed: ['items', 'items.remaining', 'items.total', 'resettable', 'serviceName'],
  plainId: true,
  words: { zh: ['资源包', '套餐包'], en: ['package'], wire: ['free resource'] },
  menu: { zh: '费用与成本 > 资源包', en: 'Billing Center > My Packages > Resource Packages' },
  fields: {
    packageId: id({
      zh: ['资源包ID', '套餐包ID', '资源包编号', '资源包实例ID', '实例ID'],
      en: ['Package ID', 'Resource package ID', 'Package No.'],
      wire: ['order_instance_id', 'package_id', 'pkg_id', 'resource_package_id', 'pkg_instance_id'],
    }),
    name: text({
      zh: ['资源包名称', '套餐包名称', '资源包', '套餐名称'],
      en: ['Package name', 'Resource package', 'Resource package name', 'Package'],
      wire: ['product_name', 'package_name', 'pkg_name', 'resource_package_name'],
    }),
    status: choice({
      zh: ['状态', '资源包状态'],
      en: ['Status'],
      wire: ['status', 'package_status', 'pkg_status', 'state'],
      values: {
        pending: {
          zh: ['未生效', '待生效'],
          en: ['Not effective', 'Pending', 'To take effect', 'Not in effect'],
          codes: ['0'],
        },
        active: {
          zh: ['生效中', '使用中', '有效'],
          en: ['Effective', 'In effect', 'Valid', 'In use', 'Active'],
          codes: ['1'],
        },
        'used-up': { zh: ['已用完'], en: ['Used up', 'Exhausted'], codes: ['2'] },
        expired: { zh: ['已失效', '已过期'], en: ['Expired', 'Invalid'], codes: ['3'] },
        unsubscribed: { zh: ['已退订'], en: ['Unsubscribed'], codes: ['4'] },
      },
    }),
    serviceName: serviceName(),
    region: region(),
    validFrom: time({
      zh: ['生效时间', '开始时间'],
      en: ['Effective', 'Effective time', 'Effective from', 'Valid from'],
      wire: ['effective_time', 'start_time', 'valid_from', 'begin_time'],
    }),
    expiresAt: time({
      end: true,
      zh: ['失效时间', '到期时间', '过期时间', '有效期至'],
      en: ['Expires', 'Expiration time', 'Expires on', 'Expiry date', 'Valid until'],
      wire: ['expire_time', 'end_time', 'valid_to', 'expiration_time'],
    }),
    resettable: flag({
      zh: ['是否可重置', '可重置', '重置类型', '重置方式'],
      en: ['Resettable', 'Reset type', 'Reset mode'],
      wire: ['quota_reuse_mode', 'resettable', 'reset_flag'],
    }),
    orderId: id({ zh: ['订单号'], en: ['Order No.', 'Order ID'], wire: ['order_id', 'order_no'] }),
    customerId: customerId(),
    items: items({
      itemId: id({
        zh: ['资源项ID', '使用量ID'],
        en: ['Item ID'],
        wire: ['free_resource_id', 'item_id'],
      }),
      usageTypeName: text({
        zh: ['使用量类型', '资源项', '资源类型', '使用类型', '包内容'],
        en: ['Usage type', 'Item', 'Usage'],
        wire: ['usage_type_name', 'usage_type', 'free_resource_type_name', 'item_name'],
      }),
      remaining: decimal({
        zh: ['剩余量', '剩余使用量', '剩余', '剩余额度', '剩余用量', '可用量'],
        en: [
          'Remaining',
          'Remaining usage',
          'Left',
          'Remaining quota',
          'Available',
          'Remaining amount',
        ],
        wire: ['amount', 'remain_amount', 'remaining', 'left_amount', 'left', 'remain'],
      }),
      total: decimal({
        zh: ['总量', '总额', '总使用量', '总额度', '总用量'],
        en: ['Total', 'Total usage', 'Total amount', 'Total quota'],
        wire: ['original_amount', 'total_amount', 'total'],
      }),
      unit: text({
        zh: ['单位', '计量单位', '使用量单位'],
        en: ['Unit'],
        wire: ['measure_id', 'unit', 'measure_name', 'measure_unit', 'unit_name'],
      }),
      resetCycle: text({
        zh: ['重置周期'],
        en: ['Reset cycle', 'Reset period'],
        wire: ['quota_reuse_cycle', 'reset_cycle'],
      }),
    }),
  },
})
export type ResourcePackage = RecordOf<typeof resourcePackage>
