/** Wire rows of 营销任务 and 线索管理. */
import { clockTime, day } from '../beijing.ts'
import { leads as allLeads, renewalTasks, salesTasks as allTasks } from '../data/tasks.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

export const salesTasks: Answer = (book, asked) =>
  mapped(allTasks(book), (one) => ({
    taskNo: one.id,
    taskName: one.name,
    custId: one.customer.id,
    custName: one.customer.name,
    custAccount: one.customer.account,
    contactPhone: one.customer.phone,
    ownerName: one.customer.manager,
    taskStatus: one.state,
    recommendProduct: named(one.service, asked),
    expectAmount: yuan(one.expectedCents),
    opportunityNo: one.opportunityId,
    createTime: one.createdAt,
    deadline: one.dueAt,
    resultDesc: one.result,
  }))

export const renewals: Answer = (book, asked) =>
  mapped(renewalTasks(book), (one) => ({
    renewTaskId: one.id,
    customerId: one.customer.id,
    customerName: one.customer.name,
    orderId: one.orderId,
    productName: named(one.service, asked),
    resourceCount: one.resources,
    expireDate: day(one.endsAt),
    renewAmount: decimal(one.cents),
    riskLevel: one.risk,
    taskState: one.state,
    lastUpdate: clockTime(one.updatedAt),
  }))

export const leads: Answer = (book) =>
  mapped(allLeads(book), (one) => ({
    leadId: one.id,
    companyName: one.company,
    contactName: `${one.contact.slice(0, 1)}**`,
    phone: one.phone,
    mail: one.email,
    source: one.source,
    createdAt: clockTime(one.createdAt),
    leadState: one.state,
  }))
