/** How the customer side asks: XMLHttpRequest, sometimes with the answer parsed by the browser. */
import { type Ask, locale, searchOf } from '../screen.ts'

export const askBy =
  (responseType: '' | 'json'): Ask =>
  (method, path, params) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, method === 'GET' ? `${path}?${searchOf(params)}` : path)
      request.responseType = responseType
      request.setRequestHeader('x-language', locale)
      request.addEventListener('error', () => reject(new Error(path)))
      request.addEventListener('load', () => {
        if (request.status !== 200) return reject(new Error(`${request.status} ${path}`))
        try {
          const body: unknown =
            responseType === 'json' ? request.response : JSON.parse(request.responseText)
          resolve(body)
        } catch (cause) {
          reject(new Error(`no JSON from ${path}`, { cause }))
        }
      })
      if (method === 'GET') return request.send()
      request.setRequestHeader('content-type', 'application/json')
      request.send(JSON.stringify(params))
    })
