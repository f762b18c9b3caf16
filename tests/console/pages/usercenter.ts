/** The customer's side, 费用与成本: routes of section 1.2, words of section 4 of DOMAIN.md. */
import { type Column, type Page, type Sheet, words } from './page.ts'

const costs = words('费用与成本', 'Billing & Costs')
const offers = words('优惠与折扣', 'Discounts')

export const overview: Page = {
  id: 'allview',
  side: 'customer',
  menu: [costs, words('总览', 'Overview')],
  route: '/userindex/allview',
  tabsInHash: false,
  screen: 'overview',
  sheets: [],
}

const couponColumns: Column[] = [
  {
    key: 'couponName',
    words: words('优惠券名称/ID', 'Coupon Name/ID'),
    also: { key: 'couponCode' },
    width: 260,
  },
  { key: 'denomination', words: words('面额', 'Face Value'), show: 'money' },
  { key: 'remain', words: words('剩余金额', 'Remaining'), show: 'money' },
  { key: 'beginDate', words: words('生效时间', 'Effective From'), show: 'time' },
  { key: 'endDate', words: words('失效时间', 'Expires On'), show: 'time' },
  { key: 'productScope', words: words('适用产品', 'Applicable Products') },
  { key: 'orderScope', words: words('订购类型', 'Order Types') },
  {
    key: 'issuer',
    words: words('发放方', 'Issued By'),
    codes: { '1': words('华为云', 'Huawei Cloud'), '2': words('伙伴', 'Partner') },
  },
]

const couponTab = (id: string, zh: string, en: string): Sheet => ({
  id,
  words: words(zh, en),
  answer: {
    method: 'GET',
    path: '/usercenter/rest/coupon/v1/coupons',
    wrapper: 'customer',
    list: 'records',
  },
  identity: 'couponCode',
  scope: 'state',
  columns: couponColumns,
  filters: [],
  pageSizes: [10, 20, 50],
})

export const ownCoupons: Page = {
  id: 'ownCoupons',
  side: 'customer',
  menu: [costs, offers, words('优惠券', 'Coupons')],
  route: '/userindex/coupons',
  tabsInHash: false,
  sheets: [
    couponTab('couponsUsable', '可使用', 'Available'),
    couponTab('couponsUsed', '已用完', 'Used Up'),
    couponTab('couponsLapsed', '已失效', 'Expired'),
  ],
}

export const cashCoupons: Page = {
  id: 'cashCoupons',
  side: 'customer',
  menu: [costs, offers, words('现金券', 'Cash Coupons')],
  route: '/userindex/cashCoupon',
  tabsInHash: false,
  sheets: [
    {
      id: 'cashCoupons',
      words: words('现金券', 'Cash Coupons'),
      answer: {
        method: 'POST',
        path: '/usercenter/rest/coupon/v1/cash/list',
        wrapper: 'customer',
        list: 'cashCoupons',
      },
      identity: 'cashCouponId',
      columns: [
        { key: 'cashCouponId', words: words('现金券ID', 'Cash Coupon ID'), width: 220 },
        { key: 'cashCouponName', words: words('现金券名称', 'Name') },
        { key: 'faceValue', words: words('面值', 'Face Value'), show: 'money' },
        { key: 'balance', words: words('余额', 'Balance'), show: 'money' },
        { key: 'effectiveTime', words: words('生效时间', 'Effective From'), show: 'time' },
        { key: 'expireTime', words: words('到期时间', 'Expires On'), show: 'time' },
        {
          key: 'status',
          words: words('状态', 'Status'),
          codes: {
            '2': words('可使用', 'Available'),
            '3': words('已用完', 'Used up'),
            '4': words('已失效', 'Expired'),
          },
        },
      ],
      filters: [],
      pageSizes: [10, 20, 50],
    },
  ],
}

export const resourcePackages: Page = {
  id: 'resourcePackages',
  side: 'customer',
  menu: [costs, words('资源包', 'Resource Packages')],
  route: '/userindex/myResourcePackage',
  tabsInHash: false,
  sheets: [
    {
      id: 'resourcePackages',
      words: words('资源包列表', 'My Packages'),
      answer: {
        method: 'POST',
        path: '/usercenter/rest/pkg/v3/free-resources/query',
        wrapper: 'customer',
        list: 'packages',
      },
      identity: 'orderInstanceId',
      columns: [
        {
          key: 'productName',
          words: words('资源包名称', 'Package Name'),
          also: { key: 'orderInstanceId' },
          width: 290,
        },
        { key: 'serviceTypeName', words: words('所属云服务', 'Cloud Service') },
        { key: 'regionName', words: words('区域', 'Region') },
        { key: 'usageTypeName', words: words('使用量类型', 'Usage Type') },
        { key: 'originalAmount', words: words('总量', 'Total') },
        { key: 'amount', words: words('剩余量', 'Remaining') },
        { key: 'measureName', words: words('单位', 'Unit') },
        { key: 'effectiveTime', words: words('生效时间', 'Effective From'), show: 'time' },
        { key: 'expireTime', words: words('失效时间', 'Expires On'), show: 'time' },
        {
          key: 'status',
          words: words('状态', 'Status'),
          codes: {
            '0': words('未生效', 'Not in effect'),
            '1': words('生效中', 'In effect'),
            '2': words('已用完', 'Used up'),
            '3': words('已失效', 'Expired'),
            '4': words('已退订', 'Unsubscribed'),
          },
        },
      ],
      filters: [{ key: 'productName', words: words('资源包名称', 'Package Name'), kind: 'text' }],
      pageSizes: [10, 20, 50],
      exports: { type: 'RESOURCE_PACKAGE', words: words('导出', 'Export'), as: 'csv' },
    },
  ],
}
