import type { Personal } from '@/utils/kinds/define'

/** Words of column headers and labels, the surest first: 客户经理 is a person, 客户名称/账号名 a company. */
const words: readonly [Personal, RegExp][] = [
  ['phone', /手机|电话|mobile|phone|\btel\b/i],
  ['email', /邮箱|邮件|电邮|e-?mail/i],
  [
    'person',
    /经理|联系人|姓名|负责人|操作人|申请人|创建人|manager|contact|person|operator|full name/i,
  ],
  [
    'company',
    /(?:客户|企业|公司|经销商|伙伴|单位)(?:名|$)|^客户$|(?:customer|company|reseller|partner|enterprise)(?: name)?(?:$|[/(\s])(?!id|type|no)/i,
  ],
  [
    'account',
    /(?:账号|帐号|账户|用户|登录)名|^(?:账号|帐号)$|(?:account|user|login)[ _]?name|^account$/i,
  ],
]

/** What sort of personal value a column or a label of this name holds; undefined where the name says none. */
export function personalOf(name: string): Personal | undefined {
  const text = name.trim().slice(0, 80)
  return words.find(([, pattern]) => pattern.test(text))?.[0]
}
