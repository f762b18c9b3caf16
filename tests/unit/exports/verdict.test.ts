import { describe, expect, it } from 'vitest'
import { mayPass, problemOfEnd, verdictOf, type Landed } from '@/utils/exports/verdict'

const file: Landed = {
  state: 'complete',
  mime: 'text/csv',
  finalUrl: 'https://account.huaweicloud.com/f',
  fileSize: 5000,
  totalBytes: 5000,
  bytesReceived: 5000,
}
const listed = (url: string) => url.includes('huaweicloud')
const said = (more: Partial<Landed>, expected = {}) =>
  verdictOf({ ...file, ...more }, expected, listed)

describe('a file counts as downloaded', () => {
  it.each([
    [{}, {}, 'done'],
    [{ mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, {}, 'done'],
    [{ mime: 'application/octet-stream', totalBytes: -1 }, {}, 'done'],
    [{ finalUrl: 'blob:https://account.huaweicloud.com/1' }, {}, 'done'],
    [{}, { listed: 5200 }, 'done'],
    [{ state: 'in_progress' }, {}, undefined],
  ])('when it is whole: %o', (more, expected, verdict) =>
    expect(said(more, expected)).toBe(verdict),
  )

  it.each<[Partial<Landed>, { listed?: number; announced?: number }, string]>([
    [{ mime: 'text/html' }, {}, 'no-file'],
    [{ mime: 'application/xhtml+xml' }, {}, 'no-file'],
    [{ mime: 'application/json' }, {}, 'no-file'],
    [{ mime: 'application/xml' }, {}, 'no-file'],
    [{ bytesReceived: 0, totalBytes: 0 }, {}, 'empty'],
    [{ bytesReceived: 2500 }, {}, 'cut'],
    [{ bytesReceived: 2500, totalBytes: 2500 }, { announced: 5000 }, 'cut'],
    [{}, { listed: 50_000 }, 'size'],
    [{}, { listed: 2000 }, 'size'],
    [{ finalUrl: 'https://evil.example/f' }, {}, 'off-list'],
    [{ finalUrl: 'https://evil.example/f', state: 'in_progress' }, {}, 'off-list'],
    ...(
      [
        ['SERVER_FORBIDDEN', 'expired'],
        ['SERVER_BAD_CONTENT', 'expired'],
        ['SERVER_UNAUTHORIZED', 'signed-out'],
        ['SERVER_FAILED', 'server'],
        ['SERVER_UNREACHABLE', 'server'],
        ['SERVER_CONTENT_LENGTH_MISMATCH', 'cut'],
        ['NETWORK_FAILED', 'network'],
        ['NETWORK_DISCONNECTED', 'network'],
        ['CRASH', 'network'],
        ['USER_SHUTDOWN', 'network'],
        ['USER_CANCELED', 'cancelled'],
        ['FILE_NO_SPACE', 'disk'],
        ['FILE_ACCESS_DENIED', 'disk'],
        ['FILE_VIRUS_INFECTED', 'blocked'],
        ['FILE_BLOCKED', 'blocked'],
      ] as const
    ).map(([error, problem]): [Partial<Landed>, object, string] => [
      { state: 'interrupted', error },
      {},
      problem,
    ]),
  ])('NET-01 not else: %o', (more, expected, problem) =>
    expect(problemOfEnd(said(more, expected) ?? '')).toBe(problem),
  )

  it('NET-01 is tried again only where that may help', () => {
    expect((['network', 'server', 'empty'] as const).every(mayPass)).toBe(true)
    expect((['expired', 'cut', 'no-file', 'off-list', 'cancelled'] as const).some(mayPass)).toBe(
      false,
    )
  })
})
