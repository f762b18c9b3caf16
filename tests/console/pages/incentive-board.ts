/** 激励看板: three areas, each with a year of its own. Section 3.7 of DOMAIN.md. */
import { year } from './incentives.ts'
import { associationTypes, type Page, sales, type Sheet, words } from './page.ts'

const board = '/obmgr/rest/bpstat/v1/incentive'
const amount = {
  key: 'amt',
  words: words('激励金额（元）', 'Incentive (CNY)'),
  show: 'amount',
} as const

const area = (
  id: string,
  path: string,
  title: [string, string],
  name: Sheet['columns'][number],
): Sheet => ({
  id,
  words: words(...title),
  answer: { method: 'GET', path: `${board}/${path}`, wrapper: 'retCode', list: 'dataList' },
  identity: name.key,
  scope: 'year',
  columns: [name, amount],
  filters: [year],
  pageSizes: [20],
})

export const incentiveBoard: Page = {
  id: 'incentiveBoard',
  side: 'partner',
  menu: [sales, words('运营看板', 'Operations Statistics'), words('激励看板', 'Incentives')],
  route: '/obmgr/dashboard/incentive',
  tabsInHash: false,
  screen: 'incentiveBoard',
  sheets: [
    area('yearTrend', 'trend', ['年度激励金额趋势', 'Annual Incentive Trend'], {
      key: 'periodId',
      words: words('对账期次', 'Period'),
    }),
    area('topCustomers', 'topCustomers', ['TOP 10 客户', 'Top 10 Customers'], {
      key: 'custNm',
      words: words('客户名称', 'Customer Name'),
      masked: 'company',
    }),
    area('topProducts', 'topProducts', ['TOP 10 产品类型', 'Top 10 Product Types'], {
      key: 'productNm',
      words: words('产品类型', 'Product Type'),
    }),
    area('byAssociation', 'byRelation', ['关联类型', 'Association Types'], {
      key: 'relType',
      words: words('关联类型', 'Association Type'),
      codes: associationTypes,
    }),
    {
      id: 'boardSummary',
      words: words('激励汇总数据', 'Incentive Summary'),
      answer: { method: 'POST', path: `${board}/summary`, wrapper: 'retCode', list: 'dataList' },
      identity: 'custId',
      scope: 'year',
      columns: [
        { key: 'custNm', words: words('客户名称', 'Customer Name'), masked: 'company', width: 220 },
        { key: 'consumeAmt', words: words('消费金额（元）', 'Expenditure (CNY)'), show: 'amount' },
        { key: 'refundAmt', words: words('退款金额（元）', 'Refunds (CNY)'), show: 'amount' },
        { key: 'incentiveAmt', words: words('激励金额（元）', 'Incentive (CNY)'), show: 'amount' },
      ],
      filters: [year],
      pageSizes: [10, 20, 50],
      rowAction: [{ words: words('详情', 'Details'), does: 'nothing' }],
    },
  ],
}
