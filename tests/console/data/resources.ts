/** What a customer has bought or runs by the hour. Section 3.12 of DOMAIN.md, 子资源 included. */
import { DAY_MS, stamp } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, type Rows, listed } from './book.ts'
import { type Customer, customers } from './customers.ts'
import { type Region, type Service, regions, serviceOf, services } from './products.ts'

const CYCLE = 31
const DEMAND = 32

export interface Resource {
  id: string
  name: string
  customer: Customer
  service: Service
  spec: string
  region: Region
  main: boolean
  parentId: string
  startsAt: number
  endsAt: number
  /** yearly/monthly: 2 使用中, 4 已冻结, 5 已过期; by demand: 1 正常, 2 宽限期, 3 冻结中 */
  state: number
  /** 0 to 5; only 3 renews by itself */
  policy: number
  orderId: string
  project: string
}

/** Yearly and monthly resources: a server brings its system disk, a shared bandwidth its addresses. */
export function cycleResources(book: Book, customer: Customer): Rows<Resource> {
  const wanted = book.resourcesEach === undefined ? undefined : book.resourcesEach >> 1
  const groups =
    wanted ??
    dice(book.seed, CYCLE, customer.index, 0).between(1, 6) + (customer.index === 0 ? 9 : 0)
  const made: Resource[] = []
  for (let group = 0; group < groups; group++) {
    const throws = dice(book.seed, CYCLE, customer.index, group + 1)
    const main = bought(book, customer, group * 4, throws.pick(['ec2', 'rds', 'vpc', 'dcs', 'ec2']))
    made.push(main)
    const attached = { ec2: ['ebs'], vpc: ['vpc', 'vpc'] }[
      main.service.code.split('.').at(-1) ?? ''
    ]
    for (const [offset, service] of (attached ?? []).entries()) {
      const sub = bought(book, customer, group * 4 + 1 + offset, service)
      made.push({ ...sub, ...heirloom(main), main: false, parentId: main.id })
    }
  }
  return listed(made.slice(0, wanted))
}

/** What a sub-resource has from the one it belongs to. */
const heirloom = ({ region, startsAt, endsAt, state, policy, orderId, project }: Resource) => ({
  region,
  startsAt,
  endsAt,
  state,
  policy,
  orderId,
  project,
})

function bought(book: Book, customer: Customer, index: number, kind: string): Resource {
  const throws = dice(book.seed, CYCLE, customer.index, 1000 + index)
  const startsAt = book.today - throws.between(3, 700) * DAY_MS - throws.below(DAY_MS)
  const endsAt = book.today + throws.between(-14, 400) * DAY_MS + throws.below(DAY_MS)
  const lapsedState = throws.pick([4, 5])
  return {
    ...common(book, customer, index, CYCLE, serviceOf(kind)),
    startsAt,
    endsAt,
    state: endsAt < book.now ? lapsedState : 2,
    policy: throws.pick([0, 3, 3, 1, 5]),
    orderId: `CS${stamp(startsAt)}${throws.hex(5).toUpperCase()}`,
  }
}

export function demandResources(book: Book, customer: Customer): Rows<Resource> {
  return {
    size: book.resourcesEach
      ? (book.resourcesEach + 1) >> 1
      : dice(book.seed, DEMAND, customer.index).between(2, 14),
    at: (index) => {
      const throws = dice(book.seed, DEMAND, customer.index, index)
      return {
        ...common(book, customer, index, DEMAND, throws.pick(services)),
        startsAt: book.today - throws.between(0, 29) * DAY_MS - throws.below(DAY_MS),
        endsAt: 0,
        state: throws.pick([1, 1, 1, 1, 2, 3]),
        policy: 0,
        orderId: '',
      }
    },
  }
}

function common(book: Book, customer: Customer, index: number, kind: number, service: Service) {
  const throws = dice(book.seed, kind, customer.index, index, 7)
  // A group takes four numbers.
  const room = Math.max(64, (book.resourcesEach ?? 0) * 4)
  const hex = unique(customer.index * room + index, book.seed, kind) + throws.hex(24)
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    name: `${service.code.split('.').at(-1)}-${throws.hex(4)}`,
    customer,
    service,
    spec: throws.pick(service.specs),
    region: throws.pick(regions[book.site]),
    main: true,
    parentId: '',
    project: throws.pick(['default', 'default', '生产', '测试']),
  }
}

/** Everybody's, one customer after the other; only the truth needs it. */
export function everyResource(
  book: Book,
  of: (book: Book, customer: Customer) => Rows<Resource>,
): Rows<Resource> {
  const all = customers(book)
  const starts: number[] = [0]
  for (let index = 0; index < all.size; index++) {
    starts.push((starts[index] ?? 0) + of(book, all.at(index)).size)
  }
  return {
    size: starts.at(-1) ?? 0,
    at: (index) => {
      const owner = starts.findLastIndex((start) => start <= index)
      return of(book, all.at(owner)).at(index - (starts[owner] ?? 0))
    },
  }
}
