/** The log of what browsers asked for, in order, so that a test can compare a visit with another one. */
export type RequestKind =
  'document' | 'asset' | 'user' | 'data' | 'reveal' | 'export' | 'download' | 'unknown'

export interface LoggedRequest {
  n: number
  at: number
  method: string
  host: string
  path: string
  search: string
  kind: RequestKind
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'n'>): LoggedRequest
  all(): LoggedRequest[]
  clear(): void
}

export function createRequestLog(): RequestLog {
  let logged: LoggedRequest[] = []
  return {
    add: (request) => {
      const entry = { n: logged.length + 1, ...request }
      logged.push(entry)
      return entry
    },
    all: () => [...logged],
    clear: () => {
      logged = []
    },
  }
}
