/** How the partner side asks its services: `fetch`, JSON, and an error for everything that is not an answer. */
import { type Ask, locale, searchOf } from '../screen.ts'

export const ask: Ask = async (method, path, params) => {
  const headers = { 'x-language': locale, 'x-requested-with': 'XMLHttpRequest' }
  const response =
    method === 'GET'
      ? await fetch(`${path}?${searchOf(params)}`, { headers })
      : await fetch(path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(params),
        })
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  const body: unknown = await response.json()
  return body
}
