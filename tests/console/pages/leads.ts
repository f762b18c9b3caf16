/** 线索管理: phone and e-mail masked for ever, no eye. Section 3.18 of DOMAIN.md. */
import { leadsMenu } from './marketing.ts'
import { type Page, sales, words } from './page.ts'

export const leads: Page = {
  id: 'leads',
  side: 'partner',
  menu: [sales, leadsMenu, words('线索管理', 'Lead Management')],
  route: '/obmgr/leads/list',
  tabsInHash: false,
  sheets: [
    {
      id: 'leads',
      words: words('线索管理', 'Lead Management'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bplead/v1/leads/query',
        wrapper: 'retCode',
        list: 'leadList',
      },
      identity: 'leadId',
      columns: [
        { key: 'leadId', words: words('线索编号', 'Lead No.'), width: 150 },
        { key: 'companyName', words: words('企业名称', 'Company'), width: 240 },
        { key: 'contactName', words: words('联系人', 'Contact') },
        { key: 'phone', words: words('手机号码', 'Mobile Number'), masked: 'phone', forEver: true },
        { key: 'mail', words: words('邮箱', 'Email'), masked: 'email', forEver: true, width: 190 },
        { key: 'source', words: words('线索来源', 'Source') },
        { key: 'createdAt', words: words('创建时间', 'Created On'), show: 'time' },
        {
          key: 'leadState',
          words: words('线索状态', 'Status'),
          codes: {
            '0': words('待跟进', 'New'),
            '1': words('跟进中', 'Following up'),
            '2': words('已转商机', 'Converted'),
          },
        },
      ],
      filters: [{ key: 'companyName', words: words('企业名称', 'Company'), kind: 'text' }],
      pageSizes: [10, 20, 50],
    },
  ],
}
