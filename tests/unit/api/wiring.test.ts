import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '@/utils/sources/api/client'
import { keysOf } from '../../console/api/keys.ts'
import { type Console, startConsole } from '../../console/server.ts'
import { fetchTo } from './loopback'

let standIn: Console
beforeAll(async () => {
  standIn = await startConsole({ scale: 20 })
}, 60_000)
afterAll(() => standIn.stop())

it.each([
  ['cn', 'partner-a'],
  ['intl', 'partner-intl'],
  ['eu', 'partner-intl'],
] as const)('the stand-in console answers for the host of %s', async (site, account) => {
  const { access, secret } = keysOf(account)
  const key = { access, secret }
  const client = createClient({ site, key, fetch: fetchTo(standIn.port), now: Date.now })
  const { total } = await client.call('ListSubCustomers', { offset: 0, limit: 1 })
  expect(total).toBeGreaterThan(0)
  expect(standIn.api.calls().at(-1)).toMatchObject({ account, status: 200 })
  expect(standIn.api.misfits()).toEqual([])
})
