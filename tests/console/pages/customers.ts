/** 客户管理. Section 3.11 of DOMAIN.md. */
import { associationTypes, customersMenu, type Page, sales, words } from './page.ts'

export const managing = words('客户管理', 'Customer Management')

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
        { key: 'mobile', words: words('手机号码', 'Mobile Number'), masked: 'phone', width: 140 },
        { key: 'email', words: words('邮箱', 'Email'), masked: 'email', width: 260 },
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
