/** The menus and words of an earlier generation (section 2.3 of DOMAIN.md, older menus), keys in snake case. */
import { words } from '../pages/page.ts'
import { snake, type Wording } from './wording.ts'

export const former: Wording = {
  id: 'former',
  texts: {
    客户: words('客户业务', 'Customer Business'),
    激励: words('伙伴账务', 'Partner Finance'),
    激励管理: words('业绩激励对账', 'Performance Management'),
    客户名称: words('客户', 'Customer'),
    '客户名称/账号名': words('客户/账号', 'Customer/Account'),
    代金券ID: words('券编号', 'Coupon No.'),
    面值: words('券面金额', 'Coupon Amount'),
    余额: words('剩余金额', 'Remaining Amount'),
    额度编号: words('额度ID', 'Quota No.'),
    '可用额度（元）': words('剩余额度（元）', 'Remaining Quota (CNY)'),
    有效期至: words('到期时间', 'Expiry Time'),
    发放时间: words('下发时间', 'Granted At'),
    对账期次: words('账期', 'Cycle'),
    '激励金额（元）': words('返点金额（元）', 'Rebate (CNY)'),
    产品类型: words('云服务类型', 'Cloud Service Type'),
    资源ID: words('实例ID', 'Instance ID'),
    手机号码: words('移动电话', 'Phone'),
    邮箱: words('电子邮箱', 'E-mail'),
    申请导出时间: words('导出时间', 'Export Time'),
    导出状态: words('状态', 'Status'),
  },
  keys: {
    couponId: 'voucherNo',
    faceValue: 'voucherAmount',
    leftValue: 'remainAmount',
    custName: 'customerTitle',
    validTo: 'expiryTime',
    incentiveAmt: 'rebateMoney',
    settlePeriod: 'billCycle',
    mobile: 'mobilePhone',
  },
  keyStyle: snake,
  route: (route) => route.replace('/obmgr/', '/bp/').replace('/userindex/', '/expenseIndex/'),
  endpoint: (path) => path.replace('/rest/', '/svc/'),
  css: 'bpc',
}
