/** Wire rows of 客户管理 and 查看资源. */
import { clockTime, month, utc } from '../beijing.ts'
import { type Book, none, type Rows } from '../data/book.ts'
import { type Customer, customerById, customers as all } from '../data/customers.ts'
import {
  cycleResources as cycle,
  demandResources as demand,
  everyResource,
  type Resource,
} from '../data/resources.ts'
import { spendingByCustomer } from '../data/spending.ts'
import { type Answer, mapped, named, yuan } from './row.ts'

export const customers: Answer = (book) => {
  const spent = spendingByCustomer(book, month(book.today))
  return mapped(all(book), (one) => ({
    customerId: one.id,
    customerName: one.name,
    loginName: one.account,
    cooperationType: String(one.association),
    bindTime: clockTime(one.associatedAt),
    contactName: one.contact.slice(0, 1),
    mobile: one.phone,
    email: one.email,
    managerName: one.manager,
    monthCost: one.index < spent.size ? yuan(spent.at(one.index).paidCents) : '0.00',
    frozen: one.frozen ? 1 : 0,
    verifiedStatus: one.verified ? 2 : -1,
    industryName: one.industry,
    tagList: [],
  }))
}

/** One customer's, or everybody's when nobody is named, which only the truth asks for. */
function resourcesOf(
  book: Book,
  customerId: string | undefined,
  of: (book: Book, customer: Customer) => Rows<Resource>,
): Rows<Resource> {
  if (customerId === undefined) return everyResource(book, of)
  const customer = customerById(book, customerId)
  return customer === undefined ? none : of(book, customer)
}

export const cycleResources: Answer = (book, asked) =>
  mapped(resourcesOf(book, asked.customerId, cycle), (one) => ({
    resourceId: one.id,
    resourceName: one.name,
    customerId: one.customer.id,
    serviceTypeCode: one.service.code,
    serviceTypeName: named(one.service, asked),
    resourceTypeCode: one.service.code.replace('service', 'resource'),
    specName: one.spec,
    regionCode: one.region.code,
    regionName: named(one.region, asked),
    isMainResource: one.main ? 1 : 0,
    parentResourceId: one.parentId,
    orderId: one.orderId,
    effectiveTime: clockTime(one.startsAt),
    expireTime: clockTime(one.endsAt),
    status: one.state,
    expirePolicy: one.policy,
    enterpriseProject: {
      id: one.project === 'default' ? '0' : one.id.slice(0, 8),
      name: one.project,
    },
  }))

export const demandResources: Answer = (book, asked) =>
  mapped(resourcesOf(book, asked.customerId, demand), (one) => ({
    customer_id: one.customer.id,
    resource_id: one.id,
    resource_name: one.name,
    service_type_code: one.service.code,
    service_type_name: named(one.service, asked),
    resource_spec: one.spec,
    region_code: one.region.code,
    region_name: named(one.region, asked),
    effective_time: utc(one.startsAt),
    status: one.state,
  }))
