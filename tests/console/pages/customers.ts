/** 客户管理 and, one customer at a time, 查看资源. Sections 3.11 and 3.12 of DOMAIN.md. */
import { associationTypes, customersMenu, type Page, sales, words } from './page.ts'

const managing = words('客户管理', 'Customer Management')

export const customers: Page = {
  id: 'customers',
  side: 'partner',
  menu: [sales, customersMenu, managing],
  route: '/obmgr/customer/list',
  tabsInHash: false,
  sheets: [
    {
      id: 'customers',
      words: words('我的客户', 'My Customers'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bpcust/v3/customer/queryCustomers',
        wrapper: 'retCode',
        list: 'customerList',
      },
      identity: 'customerId',
      columns: [
        {
          key: 'customerName',
          words: words('客户名称/账号名', 'Customer Name/Account Name'),
          masked: 'company',
          also: { key: 'loginName', masked: 'account' },
          width: 210,
        },
        { key: 'customerId', words: words('客户ID', 'Customer ID'), width: 270 },
        {
          key: 'cooperationType',
          words: words('关联类型', 'Association Type'),
          codes: associationTypes,
        },
        { key: 'bindTime', words: words('关联时间', 'Associated On'), show: 'time' },
        { key: 'mobile', words: words('手机号码', 'Mobile Number'), masked: 'phone' },
        { key: 'email', words: words('邮箱', 'Email'), masked: 'email', width: 190 },
        { key: 'managerName', words: words('客户经理', 'Account Manager'), masked: 'all' },
        { key: 'monthCost', words: words('本月消费（元）', 'Month-to-Date (CNY)'), show: 'amount' },
        {
          key: 'frozen',
          words: words('账号状态', 'Account Status'),
          codes: { '0': words('正常', 'Normal'), '1': words('冻结', 'Frozen') },
        },
      ],
      filters: [
        { key: 'customerName', words: words('客户名称', 'Customer Name'), kind: 'text' },
        { key: 'loginName', words: words('账号名', 'Account Name'), kind: 'text' },
        { key: 'mobile', words: words('移动电话', 'Mobile Number'), kind: 'text' },
        {
          key: 'cooperationType',
          words: words('关联类型', 'Association Type'),
          kind: 'select',
          codes: associationTypes,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: { type: 'CUSTOMER_LIST', words: words('导出全部', 'Export All'), as: 'xlsx' },
      rowAction: [
        { words: words('查看资源', 'View Resources'), does: 'resources', inMenu: true },
        { words: words('查看订单', 'View Orders'), does: 'nothing', inMenu: true },
        { words: words('查看消费', 'View Expenditures'), does: 'nothing', inMenu: true },
      ],
    },
  ],
}

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
