/** 查看资源, one customer at a time: 包年/包月资源 and 按需资源. Section 3.12 of DOMAIN.md. */
import { managing } from './customers.ts'
import { customersMenu, type Page, sales, words } from './page.ts'

const region = { key: 'regionName', words: words('区域', 'Region') }

export const resources: Page = {
  id: 'resources',
  side: 'partner',
  menu: [sales, customersMenu, managing, words('查看资源', 'View Resources')],
  route: '/obmgr/customer/resource',
  tabsInHash: true,
  hidden: true,
  sheets: [
    {
      id: 'cycleResources',
      words: words('包年/包月资源', 'Yearly/Monthly Resources'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpres/v1/cycle/resources',
        wrapper: 'result',
        list: 'resourceList',
      },
      identity: 'resourceId',
      scope: 'customerId',
      columns: [
        {
          key: 'resourceName',
          words: words('资源名称/ID', 'Resource Name/ID'),
          also: { key: 'resourceId' },
          width: 290,
        },
        { key: 'serviceTypeName', words: words('产品类型', 'Service Type') },
        { key: 'specName', words: words('产品规格', 'Specifications') },
        region,
        { key: 'orderId', words: words('订单号', 'Order No.'), width: 170 },
        { key: 'effectiveTime', words: words('生效时间', 'Effective From'), show: 'time' },
        { key: 'expireTime', words: words('到期时间', 'Expires On'), show: 'time' },
        {
          key: 'status',
          words: words('状态', 'Status'),
          codes: {
            '2': words('使用中', 'Provisioned'),
            '4': words('已冻结', 'Frozen'),
            '5': words('已过期', 'Expired'),
          },
        },
        {
          key: 'expirePolicy',
          words: words('到期策略', 'Expiration Policy'),
          codes: {
            '0': words('进入宽限期', 'Enter grace period'),
            '1': words('转按需', 'Change to pay-per-use'),
            '3': words('自动续订', 'Auto-renew'),
            '5': words('到期不续订', 'Do not renew'),
          },
        },
      ],
      filters: [
        { key: 'resourceName', words: words('资源名称', 'Resource Name'), kind: 'text' },
        { key: 'resourceId', words: words('资源ID', 'Resource ID'), kind: 'text' },
      ],
      pageSizes: [10, 20, 50],
      exports: { type: 'CYCLE_RESOURCE', words: words('导出全部', 'Export All'), as: 'xlsx' },
      rowAction: [{ words: words('关联资源', 'Associated Resources'), does: 'related' }],
    },
    {
      id: 'demandResources',
      words: words('按需资源', 'Pay-per-use Resources'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpres/v1/ondemand/resources',
        wrapper: 'flat',
        list: 'customer_resources',
      },
      identity: 'resource_id',
      scope: 'customerId',
      columns: [
        { key: 'resource_id', words: words('资源ID', 'Resource ID'), width: 290 },
        { key: 'resource_name', words: words('资源名称', 'Resource Name') },
        { key: 'service_type_name', words: words('云服务类型', 'Cloud Service') },
        { key: 'resource_spec', words: words('资源规格', 'Specifications') },
        { key: 'region_name', words: words('区域', 'Region') },
        { key: 'effective_time', words: words('开通时间', 'Provisioned On'), show: 'time' },
        {
          key: 'status',
          words: words('资源状态', 'Resource Status'),
          codes: {
            '1': words('正常', 'Normal'),
            '2': words('宽限期', 'In grace period'),
            '3': words('冻结中', 'Frozen'),
          },
        },
      ],
      filters: [{ key: 'resource_id', words: words('资源ID', 'Resource ID'), kind: 'text' }],
      pageSizes: [10, 20, 50],
      exports: { type: 'DEMAND_RESOURCE', words: words('导出全部', 'Export All'), as: 'csv' },
    },
  ],
}
