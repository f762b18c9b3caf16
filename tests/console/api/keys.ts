/** Keys of the accounts, as their owners would have made them. */
import { type Account, accounts } from '../accounts.ts'

export interface Keys {
  access: string
  secret: string
  token: string
}

/** They follow from the account's id, so that a test can ask for them without a call. */
export const keysOf = (account: string): Keys => ({
  access: `AK${account.toUpperCase().replace(/\W/g, '')}0000`,
  secret: `sk-${account}-5f1e0c2b7a9d4836`,
  token: `MIIT-${account}-token`,
})

export const ownerOfAccess = (access: string): Account | undefined =>
  accounts.find(({ id }) => keysOf(id).access === access)

export const ownerOfToken = (token: string): Account | undefined =>
  accounts.find(({ id }) => keysOf(id).token === token)
