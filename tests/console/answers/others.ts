/** Wire rows of the pages that only look like business: a price list, notices, tickets, users. */
import { personName } from '../data/names.ts'
import { regions, services } from '../data/products.ts'
import { unique } from '../dice.ts'
import { ago, made } from './made.ts'
import { type Answer, named, yuan } from './row.ts'

export const priceList: Answer = (book, asked) =>
  made(book, 81, 0.4, (throws, index) => {
    const service = throws.pick(services)
    return {
      skuCode: `SKU-${unique(index, book.seed, 81).toUpperCase()}`,
      productName: named(service, asked),
      specification: throws.pick(service.specs),
      regionName: named(throws.pick(regions[book.site]), asked),
      unitPrice: yuan(throws.between(5, 90_000)),
      unit: service.unit,
      effectDate: ago(book, throws),
    }
  })

export const notices: Answer = (book) =>
  made(book, 82, 0.25, (throws, index) => ({
    noticeId: 20_000 + index,
    title: throws.pick([
      '关于代金券使用规则调整的通知',
      '激励政策升级公告',
      '客户管理页面优化上线',
      '华北-北京四部分服务升级通知',
    ]),
    category: throws.pick(['产品公告', '政策公告', '升级公告']),
    publishTime: ago(book, throws),
  }))

export const tickets: Answer = (book, asked) =>
  made(book, 83, 0.2, (throws, index) => ({
    incident_id: `T${unique(index, book.seed, 83).toUpperCase()}`,
    simple_description: throws.pick([
      '资源无法续费',
      '发票开具咨询',
      '实例登录异常',
      '域名备案进度',
    ]),
    product_category: named(throws.pick(services), asked),
    status_name: throws.pick(['处理中', '待反馈', '已关闭']),
    create_time: ago(book, throws),
  }))

export const members: Answer = (book) =>
  made(book, 84, 0.15, (throws, index) => ({
    id: unique(index, book.seed, 84) + throws.hex(24),
    name: `${personName(book, throws)}${index + 1}`,
    roleName: throws.pick(['业务员', '业务主管', '财务', '运维']),
    enabled: throws.chance(0.9) ? '启用' : '停用',
    lastLogin: ago(book, throws),
  }))
