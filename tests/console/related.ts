/** 关联资源 and 产品实例信息/开通信息 of one resource. Section 3.12 of DOMAIN.md. */
import type { Call } from './call.ts'
import type { Wire } from './answers/row.ts'
import { each } from './data/book.ts'
import { sheetOf } from './pages/index.ts'
import { identityOf, rowsFor } from './rows.ts'
import type { World } from './world.ts'

export function relatedTo(world: World, { params, viewer }: Call): object {
  const sheet = sheetOf('cycleResources')
  const query = { page: 1, size: 1000, where: { customerId: params['customerId'] ?? '' } }
  const rows = [...each(rowsFor(world, viewer, sheet, query))]
  const one = rows.find((row) => row['resourceId'] === params['resourceId'])
  const relatedList = one === undefined ? [] : rows.filter((row) => areRelated(row, one))
  world.served.note(
    viewer.account.id,
    sheet.id,
    relatedList.map((row) => identityOf(sheet, row, query)),
  )
  return { retCode: '0', retMsg: '', data: { resourceInfo: one ?? null, relatedList } }
}

const areRelated = (row: Wire, one: Wire): boolean =>
  row['parentResourceId'] === one['resourceId'] || row['resourceId'] === one['parentResourceId']
