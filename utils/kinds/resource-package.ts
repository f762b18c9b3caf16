import { customerId, region, serviceName } from './common'
import { choice, decimal, defineKind, flag, id, items, text, time, type RecordOf } from './define'

/** A resource package with its items; readable with the customer's own login only. Wire: ListFreeResourceInfos, ListFreeResourceUsages. */
export const resourcePackage = defineKind({
  name: 'resourcePackage',
  label: { zh: '资源包', en: 'Resource packages' },
  key: ['packageId'],
  scope: 'customerId',
  expires: 'expiresAt',
  over: { while: ['active', 'pending'], becomes: 'expired' },
  staleAfterHours: 24,
  signature: ['name', 'items', 'expiresAt'],
  needs: ['name|items|items.remaining', 'expiresAt|items|items.remaining|status'],
  unaddressed: ['items', 'items.remaining', 'items.total', 'resettable', 'serviceName'],
  plainId: true,
  words: { zh: ['资源包', '套餐包'], en: ['package'], wire: ['free resource'] },
  menu: { zh: '费用与成本 > 资源包', en: 'Billing Center > My Packages > Resource Packages' },
  fields: {
    packageId: id({
      zh: ['资源包ID', '实例ID'],
      en: ['Package ID'],
      wire: ['order_instance_id'],
    }),
    name: text({
      zh: ['资源包名称', '资源包', '包名称'],
      en: ['Package name', 'Resource package', 'Package', 'Resource package type'],
      wire: ['product_name'],
    }),
    status: choice({
      zh: ['状态', '资源包状态', '使用状态'],
      en: ['Status'],
      values: {
        pending: {
          zh: ['未生效', '待生效'],
          en: [
            'Not effective',
            'Pending',
            'To take effect',
            'Not in effect',
            'Not effective yet',
            'To be effective',
            'Inactive',
            'Not yet effective',
          ],
          codes: ['0'],
        },
        active: {
          zh: ['生效中', '使用中', '有效', '已生效', '正常', '可用'],
          en: [
            'Effective',
            'In effect',
            'Valid',
            'In use',
            'Active',
            'Normal',
            'Available',
            'Running',
          ],
          codes: ['1'],
        },
        'used-up': {
          zh: ['已用完', '用完', '已耗尽', '已使用完'],
          en: ['Used up', 'Exhausted', 'Fully used', 'Depleted', 'Used'],
          codes: ['2'],
        },
        expired: {
          zh: ['已失效', '已过期', '失效', '过期', '已到期'],
          en: ['Expired', 'Invalid', 'Invalidated', 'Lapsed'],
          codes: ['3'],
        },
        unsubscribed: {
          zh: ['已退订', '退订'],
          en: ['Unsubscribed', 'Canceled', 'Cancelled', 'Refunded'],
          codes: ['4'],
        },
      },
    }),
    serviceName: serviceName(),
    region: region(),
    validFrom: time({
      zh: ['生效时间', '有效期起'],
      en: ['Effective'],
    }),
    expiresAt: time({
      end: true,
      zh: ['失效时间', '到期时间', '有效期至', '截止时间', '有效期止', '有效期截止'],
      en: ['Expires'],
    }),
    resettable: flag({
      zh: ['是否可重置'],
      en: ['Resettable', 'Can be reset'],
      wire: ['quota_reuse_mode', 'reuse_mode', 'resetable'],
    }),
    orderId: id({
      zh: ['订单号', '订单', '购买订单号', '购买订单'],
      en: ['Order No.', 'Order'],
    }),
    customerId: customerId(),
    items: items({
      itemId: id({
        zh: ['资源项ID', '使用量ID', '使用量条目ID', '条目ID'],
        en: ['Item ID', 'Resource item ID', 'Package item ID'],
        wire: ['free_resource_id', 'quota_item_id', 'free_item_id'],
      }),
      usageTypeName: text({
        zh: ['使用量类型', '资源项', '资源类型', '使用类型', '包内容', '用量类型', '使用项'],
        en: ['Usage type', 'Item', 'Usage', 'Usage item', 'Resource item'],
        wire: ['free_resource_type_name'],
      }),
      remaining: decimal({
        zh: ['剩余量', '剩余使用量', '剩余', '剩余额度', '剩余用量', '可用量', '余量', '可用'],
        en: [
          'Remaining',
          'Remaining usage',
          'Remaining quota',
          'Remaining amount',
          'Remaining volume',
          'Remaining quantity',
          'Amount left',
          'Quota left',
        ],
        wire: ['amount', 'balance'],
      }),
      total: decimal({
        zh: ['总量', '总额', '总使用量', '总额度', '总用量', '总计', '总资源量', '购买量'],
        en: [
          'Total',
          'Total usage',
          'Original total',
          'Total amount',
          'Total quota',
          'Total volume',
          'Total capacity',
          'Included',
          'Total quantity',
          'Quota',
        ],
        wire: ['original_amount'],
      }),
      unit: text({
        zh: ['单位', '计量单位', '使用量单位', '度量单位'],
        en: ['Unit', 'Measurement unit', 'Unit of measurement', 'Quantity unit'],
        wire: ['measure_id', 'measure_unit', 'unit_name', 'measure', 'quota_unit'],
      }),
      resetCycle: text({
        zh: ['重置周期'],
        en: ['Reset cycle', 'Reset period'],
        wire: ['quota_reuse_cycle', 'reuse_cycle', 'cycle_type', 'resets'],
      }),
    }),
  },
})
export type ResourcePackage = RecordOf<typeof resourcePackage>
