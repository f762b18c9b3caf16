/** Long words: every key with its subject, every header with its noun. */
import { words } from '../pages/page.ts'
import { snake, type Wording } from './wording.ts'

export const formal: Wording = {
  id: 'formal',
  texts: {
    客户名称: words('客户企业名称', 'Customer Company Name'),
    代金券ID: words('代金券编号', 'Cash Coupon ID'),
    面值: words('代金券面值', 'Coupon Face Value'),
    余额: words('代金券余额', 'Coupon Balance'),
    有效期至: words('失效时间', 'Expiration Time'),
    发放时间: words('发放日期', 'Issue Date'),
    资源ID: words('云资源ID', 'Cloud Resource ID'),
    手机号码: words('联系电话', 'Contact Number'),
    邮箱: words('邮箱地址', 'Email Address'),
    对账期次: words('对账周期', 'Reconciliation Cycle'),
    '激励金额（元）': words('应发激励金额（元）', 'Incentive Amount (CNY)'),
    区域: words('资源所在区域', 'Resource Region'),
    申请导出时间: words('导出申请时间', 'Export Requested At'),
    消费看板: words('客户消费看板', 'Customer Expenditures'),
  },
  keys: {
    couponId: 'cashCouponId',
    faceValue: 'couponFaceValue',
    leftValue: 'couponBalance',
    custName: 'customerCompanyName',
    validTo: 'couponExpireTime',
    incentiveAmt: 'incentiveAmount',
    acctName: 'customerAccountName',
    list: 'resultList',
    total: 'totalRecordCount',
  },
  keyStyle: snake,
  route: (route) =>
    route.replace('/obmgr/', '/partnercenter/').replace('/userindex/', '/billingcenter/'),
  endpoint: (path) => path.replace('/rest/', '/api/internal/'),
  css: 'pc',
}
