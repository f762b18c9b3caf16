/** The home page, and pages that look like lists of business and are none: prices, notices, tickets, users. */
import { type Column, type Page, type Sheet, type Words, words } from './page.ts'

export const home: Page = {
  id: 'home',
  side: 'partner',
  menu: [words('首页', 'Home')],
  route: '/obmgr/index',
  tabsInHash: false,
  screen: 'home',
  sheets: [],
}

function plain(
  menu: Words[],
  route: string,
  path: string,
  columns: Column[],
  wrapper: Sheet['answer']['wrapper'] = 'retCode',
): Page {
  const title = menu.at(-1) ?? words('', '')
  const identity = columns[0]?.key ?? ''
  const id = route.split('/').at(-1) ?? route
  const answer: Sheet['answer'] = { method: 'GET', path, wrapper, list: 'items' }
  return {
    id,
    side: 'partner',
    menu,
    route,
    tabsInHash: false,
    sheets: [{ id, words: title, answer, identity, columns, filters: [], pageSizes: [10, 20, 50] }],
  }
}

const help = words('帮助', 'Help')
const organisation = words('组织', 'Organization')

export const others: Page[] = [
  plain(
    [help, words('产品价格清单', 'Price List')],
    '/obmgr/help/priceList',
    '/obmgr/rest/bpprice/v1/list',
    [
      { key: 'skuCode', words: words('规格编码', 'SKU Code'), width: 220 },
      { key: 'productName', words: words('产品名称', 'Product') },
      { key: 'specification', words: words('规格', 'Specifications') },
      { key: 'regionName', words: words('区域', 'Region') },
      { key: 'unitPrice', words: words('单价（元）', 'Unit Price (CNY)'), show: 'amount' },
      { key: 'unit', words: words('计价单位', 'Unit') },
      { key: 'effectDate', words: words('生效时间', 'Effective From'), show: 'time' },
    ],
  ),
  plain(
    [help, words('公告', 'Notices')],
    '/obmgr/help/notices',
    '/obmgr/rest/bpnews/v1/notice/list',
    [
      { key: 'noticeId', words: words('编号', 'No.') },
      { key: 'title', words: words('标题', 'Title'), width: 420 },
      { key: 'category', words: words('类别', 'Category') },
      { key: 'publishTime', words: words('发布时间', 'Published On'), show: 'time' },
    ],
  ),
  plain(
    [help, words('工单', 'Service Tickets')],
    '/obmgr/help/tickets',
    '/obmgr/rest/ticket/v2/incidents',
    [
      { key: 'incident_id', words: words('工单编号', 'Ticket No.') },
      { key: 'simple_description', words: words('问题描述', 'Description'), width: 320 },
      { key: 'product_category', words: words('产品', 'Product') },
      { key: 'status_name', words: words('状态', 'Status') },
      { key: 'create_time', words: words('创建时间', 'Created On'), show: 'time' },
    ],
    'flat',
  ),
  plain(
    [organisation, words('组织成员', 'Members')],
    '/obmgr/org/members',
    '/obmgr/rest/iam/v3/users',
    [
      { key: 'id', words: words('用户ID', 'User ID'), width: 280 },
      { key: 'name', words: words('用户名', 'User Name') },
      { key: 'roleName', words: words('角色', 'Role') },
      { key: 'enabled', words: words('状态', 'Status') },
      { key: 'lastLogin', words: words('最近登录时间', 'Last Login'), show: 'time' },
    ],
  ),
]
