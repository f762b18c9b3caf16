import {
  accountName,
  customerId,
  customerName,
  region,
  resourceType,
  resourceTypeName,
  serviceName,
  serviceType,
  spec,
} from './common'
import { choice, defineKind, flag, id, text, time, type RecordOf } from './define'

/** A cloud resource of a customer, yearly/monthly or pay-per-use. Wire: ListPayPerUseCustomerResources, ListCustomerOnDemandResources. */
export const resource = defineKind({
  name: 'resource',
  label: { zh: '资源', en: 'Resources' },
  key: ['resourceId'],
  scope: 'customerId',
  expires: 'expiresAt',
  staleAfterHours: 24,
  signature: ['startedAt', 'expiresAt', 'expiryPolicy', 'billing', 'mainResourceId'],
  unaddressed: [
    'billing',
    'expiryPolicy',
    'serviceName',
    'serviceType',
    'mainResourceId',
    'customerId',
    'customerName',
    'accountName',
    'project',
  ],
  words: { zh: ['资源', '包年/包月', '按需'], en: ['resource', 'resources', 'ondemand'] },
  menu: {
    zh: '销售 > 客户 > 客户管理 > 更多 > 查看资源',
    en: 'Sales > Customers > Customer Management > View Resources',
  },
  fields: {
    resourceId: id({
      zh: ['资源ID', '实例ID', '资源编号', '资源实例ID'],
      en: ['Resource ID', 'Instance ID'],
      wire: ['resource_id', 'res_id', 'instance_id', 'resource_instance_id', 'res_instance_id'],
    }),
    name: text({
      zh: ['资源名称', '实例名称', '资源名'],
      en: ['Resource name', 'Instance name', 'Name', 'Resource'],
      wire: ['resource_name', 'res_name', 'instance_name', 'name'],
    }),
    billing: choice({
      zh: ['计费模式', '付费方式', '计费方式'],
      en: ['Billing mode', 'Charging mode'],
      wire: ['charge_mode', 'billing_mode', 'charging_mode'],
      values: {
        subscription: {
          zh: ['包年/包月', '包年包月', '包周期'],
          en: ['Yearly/Monthly', 'Subscription', 'Prepaid'],
          codes: ['1'],
        },
        'on-demand': {
          zh: ['按需', '按需计费', '按需付费'],
          en: ['Pay-per-use', 'On-demand', 'Postpaid'],
          codes: ['3'],
        },
      },
    }),
    serviceType: serviceType(),
    serviceName: serviceName(),
    resourceType: resourceType(),
    resourceTypeName: resourceTypeName(),
    region: region(),
    spec: spec(),
    status: choice({
      zh: ['状态', '资源状态', '运行状态'],
      en: ['Status', 'Resource status'],
      wire: ['status', 'res_status', 'resource_status', 'state'],
      codesBy: 'billing',
      values: {
        active: {
          zh: ['使用中', '正常', '运行中', '已开通'],
          en: ['Provisioned', 'Normal', 'In use', 'Running', 'Valid', 'Active'],
          codes: { subscription: ['2'], 'on-demand': ['1'] },
        },
        grace: {
          zh: ['宽限期', '已过期', '已到期'],
          en: ['Grace period', 'Expired'],
          codes: { subscription: ['5'], 'on-demand': ['2'] },
        },
        frozen: {
          zh: ['已冻结', '保留期', '冻结', '冻结中'],
          en: ['Frozen', 'Retention period'],
          codes: { subscription: ['4'], 'on-demand': ['3'] },
        },
        changing: {
          zh: ['变更中'],
          en: ['Changing', 'Being changed'],
          codes: { 'on-demand': ['4'] },
        },
        closing: {
          zh: ['正在关闭', '关闭中'],
          en: ['Closing', 'Being closed'],
          codes: { 'on-demand': ['5'] },
        },
        closed: {
          zh: ['已关闭'],
          en: ['Closed'],
          codes: { subscription: ['3'], 'on-demand': ['6'] },
        },
      },
    }),
    mainResourceId: id({
      zh: ['主资源', '主资源ID', '关联资源', '关联资源ID', '父资源ID'],
      en: ['Main resource', 'Main resource ID', 'Associated resource', 'Parent resource ID'],
      wire: ['parent_resource_id', 'main_resource_id', 'parent_res_id', 'main_res_id'],
    }),
    isMain: flag({
      zh: ['是否主资源'],
      en: ['Is main resource'],
      wire: ['is_main_resource', 'main_flag', 'is_main', 'main_res_flag'],
    }),
    startedAt: time({
      zh: ['开通时间', '生效时间', '创建时间', '订购时间'],
      en: [
        'Subscribed',
        'Effective',
        'Subscribed on',
        'Effective time',
        'Provisioned on',
        'Subscription time',
        'Started',
      ],
      wire: [
        'effective_time',
        'start_time',
        'begin_time',
        'open_time',
        'subscribe_time',
        'effect_time',
        'create_time',
        'eff_time',
      ],
    }),
    expiresAt: time({
      end: true,
      zh: ['到期时间', '失效时间', '过期时间', '到期日期'],
      en: [
        'Expires',
        'Expires on',
        'Expiration time',
        'Expiry date',
        'Expire time',
        'Expired on',
        'Due time',
      ],
      wire: [
        'expire_time',
        'end_time',
        'exp_time',
        'expiration_time',
        'due_time',
        'expiry_time',
        'expires_at',
      ],
    }),
    expiryPolicy: choice({
      zh: ['到期策略', '续费方式', '到期处理', '到期后策略'],
      en: ['Expiry policy', 'Upon expiration', 'Renewal', 'Expiration policy', 'Renewal mode'],
      wire: ['expire_policy', 'expiry_policy', 'expire_mode', 'renew_type'],
      values: {
        grace: {
          zh: ['到期进入宽限期', '进入宽限期', '手动续费'],
          en: ['Enter grace period', 'Enters grace period', 'Grace period'],
          codes: ['0'],
        },
        'to-on-demand': {
          zh: ['到期转按需', '转按需'],
          en: ['Change to pay-per-use', 'To pay-per-use'],
          codes: ['1'],
        },
        delete: {
          zh: ['到期后自动删除', '自动删除', '到期不续费'],
          en: ['Delete', 'Automatically delete', 'Automatic deletion'],
          codes: ['2'],
        },
        'auto-renew': {
          zh: ['到期后自动续费', '自动续费'],
          en: ['Auto-renew', 'Automatic renewal', 'Auto renewal'],
          codes: ['3'],
        },
        freeze: { zh: ['到期后冻结', '冻结'], en: ['Freeze'], codes: ['4'] },
        'delete-retained': {
          zh: ['到期后删除', '保留期后删除'],
          en: ['Delete after retention', 'Delete after retention period'],
          codes: ['5'],
        },
      },
    }),
    customerId: customerId(),
    customerName: customerName(),
    accountName: accountName(),
    project: text({
      zh: ['企业项目', '所属企业项目'],
      en: ['Enterprise project'],
      wire: ['enterprise_project.name', 'enterprise_project_name', 'eps_name'],
    }),
  },
})
export type Resource = RecordOf<typeof resource>
