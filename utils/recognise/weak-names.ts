import { conceptsOf } from './concepts'

/** Names that everything uses: what they say counts, in whatever words, but says little alone. */
const weak = [
  'id, name, status, type, amount, time, balance, total, account, customer, company, limit id',
  'sheet id, threshold, link, note, included, freeze, business project, follower, url, month',
  'year, unit, file, region, email, phone, level, tags, product, service, create time',
  'created, start time, end time, valid to, bill id, task id, task name, order id, rows, rate',
  'spec, usage, customer id, customer name, account name, operator, result, manager, currency',
  'due date, file name, order amount, assigned to, assignee, start, total amount',
  'product name, user name, submitted, generated on, payment mode, discount, data id',
  'spending, order, location, source, user, action, instance, use status, account type',
  'verified, voucher, transaction type, item id, line id, program, payout, payout amount',
  'report name, total rows, final amount, payment time, charge time, complete by',
  'operation status, instance type, limitations, business model, sales type, sales manager',
  'person in charge, 单位名称, 任务状态, 手机号码, 操作结果, 标签, 总量, 现金, 联系方式, 用户名, 购买时间, 下单时间, 生成时间, 处理状态',
  '跟进人, 处理人, 客户等级, 服务名称, 标签名, 客户状态, 认证类型, 储值卡, 信用, 信用额度, 消费类型, 计费项, 政策名称, 奖励金额, 派发时间, 内容, 列表价',
  '发生时间, 购买方式, 业务模式, 交易模式, enabled, description',
]
const said = (name: string) => conceptsOf(name).join(' ')
const weakly = new Set(weak.flatMap((line) => line.split(', ').map(said)))

/** Whether a name says little of a table: a status, an amount, a time. */
export const isWeak = (name: string): boolean => weakly.has(said(name))
