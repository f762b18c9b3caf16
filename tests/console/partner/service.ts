/**
 * How the partner side asks its services: `fetch`, JSON, and an error for everything that is not an answer.
 * One question after the other, so that the same visit leaves the same log each time.
 */
import { type Ask, locale, searchOf } from '../screen.ts'

let before: Promise<unknown> = Promise.resolve()

export const ask: Ask = (...question) => {
  const answer = before.then(() => askNow(...question))
  before = answer.catch(() => undefined)
  return answer
}

const askNow: Ask = async (method, path, params) => {
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
