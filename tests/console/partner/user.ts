/** The signed-in user, as the service tells. */
import { ref } from 'vue'
import { valueIn } from '../screen.ts'
import { ask } from './service.ts'

export interface User {
  userName: string
  domainName: string
  siteCode: string
  isPartner: boolean
}

export const user = ref<User | undefined>()

export async function loadUser(): Promise<void> {
  const body = (await ask('GET', '/obmgr/rest/bpuser/v1/current', {})) as Record<string, unknown>
  const data = valueIn(body, 'data') as Record<string, unknown>
  user.value = {
    userName: String(valueIn(data, 'userName')),
    domainName: String(valueIn(data, 'domainName')),
    siteCode: String(valueIn(data, 'siteCode')),
    isPartner: valueIn(data, 'partnerId') !== null,
  }
}
