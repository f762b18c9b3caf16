import { accountName, customerName, manager, taskStatus } from './common'
import { defineKind, id, text, time, type RecordOf } from './define'

const phone = () =>
  text({
    personal: 'phone',
    zh: ['手机号码', '移动电话', '手机号', '联系电话', '客户电话', '手机', '联系方式'],
    en: ['Mobile number', 'Contact number'],
    wire: ['contact_phone'],
  })

/** A line of 销售拓展任务明细. CN only; no open API has it. */
export const salesTask = defineKind({
  name: 'salesTask',
  label: { zh: '销售拓展任务', en: 'Sales tasks' },
  key: ['taskId'],
  fallback: ['customerName|accountName', 'createdAt', 'name'],
  expires: 'dueAt',
  staleAfterHours: 24,
  signature: ['createdAt', 'dueAt', 'opportunity'],
  needs: ['customerName|accountName', 'status|opportunity|dueAt'],
  plainId: true,
  words: {
    zh: ['销售拓展任务明细', '销售拓展任务', '拓展任务', '营销任务'],
    en: ['sales task', 'sales tasks', 'salestask', 'sales development'],
  },
  menu: {
    zh: '销售 > 拓新 > 营销任务 > 销售拓展任务明细',
    en: 'Sales > Leads and Opportunities > Sales Tasks',
  },
  fields: {
    taskId: id({
      zh: ['任务ID', '拓展任务ID', '销售任务ID', '销售拓展任务ID'],
      en: ['Task ID'],
      wire: ['task_code'],
    }),
    name: text({
      zh: ['任务名称', '任务主题', '任务类型', '任务', '拓展任务', '拓展任务名称'],
      en: ['Task name', 'Task', 'Subject', 'Title'],
      wire: ['topic'],
    }),
    customerName: customerName(),
    accountName: accountName(),
    phone: phone(),
    createdAt: time({
      zh: [
        '任务创建时间',
        '创建时间',
        '下发时间',
        '任务生成时间',
        '生成时间',
        '任务开始时间',
        '派发时间',
      ],
      en: ['Created', 'Assigned on'],
      wire: ['dispatch_time', 'assign_time', 'generate_time'],
    }),
    dueAt: time({
      end: true,
      zh: [
        '截止时间',
        '任务截止时间',
        '要求完成时间',
        '到期日',
        '完成期限',
        '最晚完成时间',
        '处理截止时间',
        '完成时限',
      ],
      en: ['Due', 'Due by', 'Complete by', 'To be completed by'],
      wire: ['limit_time', 'expect_finish_time', 'plan_finish_time', 'required_finish_time'],
    }),
    manager: manager(),
    status: taskStatus(),
    opportunity: text({
      zh: ['商机', '商机编号', '关联商机'],
      en: ['Opportunity'],
      wire: ['business_chance'],
    }),
  },
})
export type SalesTask = RecordOf<typeof salesTask>
