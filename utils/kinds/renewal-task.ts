import { accountName, customerName, manager, orderNo, taskStatus } from './common'
import { amount, defineKind, id, text, time, type RecordOf } from './define'

/** A line of 大单续订任务. CN only; no open API has it. */
export const renewalTask = defineKind({
  name: 'renewalTask',
  label: { zh: '大单续订任务', en: 'Renewal tasks' },
  key: ['taskId'],
  fallback: ['customerName|accountName', 'createdAt', 'orderNo'],
  expires: 'expiresAt',
  staleAfterHours: 24,
  signature: ['amount', 'expiresAt', 'orderNo'],
  needs: ['customerName|accountName', 'amount|orderNo|expiresAt'],
  plainId: true,
  words: {
    zh: ['大单续订任务', '大单续订', '续订任务', '续订'],
    en: ['renewal task', 'renewal tasks', 'renewal'],
  },
  menu: {
    zh: '销售 > 拓新 > 营销任务 > 大单续订任务',
    en: 'Sales > Leads and Opportunities > Renewal Tasks',
  },
  fields: {
    taskId: id({
      zh: ['任务ID', '续订任务ID'],
      en: ['Task ID'],
      wire: ['task_code', 'task_order_no'],
    }),
    customerName: customerName(),
    accountName: accountName(),
    orderNo: orderNo(),
    productType: text({
      zh: ['产品类型', '云服务类型', '产品', '云服务', '续订产品', '续订产品类型'],
      en: ['Product type', 'Service type', 'Product', 'Service'],
      wire: ['service_type_name', 'cloud_service_type_name'],
    }),
    amount: amount({
      zh: [
        '续订金额',
        '预计续订金额',
        '待续订金额',
        '订单金额',
        '应续金额',
        '应续订金额',
        '续订总金额',
      ],
      en: ['Renewal amount', 'Estimated renewal amount', 'Amount due for renewal'],
      wire: ['expect_amount'],
    }),
    expiresAt: time({
      end: true,
      zh: ['到期时间', '资源到期时间', '订单到期时间', '失效时间'],
      en: ['Expires'],
      wire: ['due_time'],
    }),
    createdAt: time({
      zh: [
        '任务创建时间',
        '创建时间',
        '下发时间',
        '任务生成时间',
        '生成时间',
        '派发时间',
        '任务派发时间',
      ],
      en: ['Created'],
      wire: ['generate_time'],
    }),
    manager: manager(),
    status: taskStatus(),
  },
})
export type RenewalTask = RecordOf<typeof renewalTask>
