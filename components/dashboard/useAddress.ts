import { onScopeDispose, shallowRef } from 'vue'

/** Where one is on the dashboard: a view, a table in it, one record of it, and how the table is arranged. */
export interface Address {
  view: string
  table?: string
  /** Key of a record with a page of its own. */
  key?: string
  query: string
}

/** `#resources/resource?q=…`, `#customers/customer/c1`. */
export function addressOf(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  const [view = '', table, key] = path.split('/').map(plain)
  return {
    view,
    query,
    ...(table === undefined || table === '' ? {} : { table }),
    ...(key === undefined || key === '' ? {} : { key }),
  }
}
export function hashOf({ view, table, key, query }: Address): string {
  const path = [view, table, key].filter((each) => each !== undefined).map(encodeURIComponent)
  return `#${path.join('/')}${query === '' ? '' : `?${query}`}`
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The page's address as a value; links and the way back change it too. */
export function useAddress() {
  const address = shallowRef(addressOf(location.hash))
  const read = () => (address.value = addressOf(location.hash))
  addEventListener('hashchange', read)
  onScopeDispose(() => removeEventListener('hashchange', read))
  return {
    address,
    /** @param step whether the way back leads here */
    go(next: Address, step: boolean): void {
      if (hashOf(next) === hashOf(address.value)) return
      address.value = next
      if (step) history.pushState(null, '', hashOf(next))
      else history.replaceState(null, '', hashOf(next))
    },
  }
}
