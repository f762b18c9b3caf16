import { describe, expect, it } from 'vitest'
import { documentOf, turnedTo, withDocument } from '@/entrypoints/background/documents'

const page = (url: string) => ({ url, title: '' })
const from = (documentId: string, frameId = 0) => ({ documentId, frameId })

describe('documents of a tab', () => {
  const first = withDocument(turnedTo(undefined, 'd1', page('#/a')), from('d1'), () => ({
    account: 'cn:a',
    heard: ['coupon|#/a'],
  }))

  it('keep what is known while the same document turns its pages, and forget it with a new one', () => {
    expect(turnedTo(first, 'd1', page('#/b'))).toMatchObject({ account: 'cn:a', columns: {} })
    const next = turnedTo(first, 'd2', page('#/a'))
    expect(next.account).toBeUndefined()
    expect(next.heard).toBeUndefined()
  })

  it('are told apart: what the one before read is still on its way when the next signs in', () => {
    const signed = withDocument(turnedTo(first, 'd2', page('#/a')), from('d2'), () => ({
      account: 'cn:b',
    }))
    expect(documentOf(signed, from('d1'))?.account).toBe('cn:a')
    expect(documentOf(signed, from('d2'))?.account).toBe('cn:b')
    // A frame belongs to the document that is shown; one that nobody knows belongs to nobody.
    expect(documentOf(signed, from('f9', 7))?.account).toBe('cn:b')
    expect(documentOf(signed, from('d0'))).toBeUndefined()
    const late = withDocument(signed, from('d1'), () => ({ heard: ['x'] }))
    expect([late.account, late.heard]).toEqual(['cn:b', undefined])
    expect(documentOf(late, from('d1'))?.heard).toEqual(['x'])
  })

  it('come back as they were', () => {
    const other = turnedTo(first, 'd2', page('#/x'))
    expect(turnedTo(other, 'd1', page('#/a'))).toMatchObject({
      documentId: 'd1',
      account: 'cn:a',
      heard: ['coupon|#/a'],
    })
  })

  it('are remembered a few at most', () => {
    let tab = first
    for (const id of ['d2', 'd3', 'd4', 'd5', 'd6']) tab = turnedTo(tab, id, page('#/a'))
    expect(tab.past?.map(({ documentId }) => documentId)).toEqual(['d5', 'd4', 'd3'])
    expect(JSON.stringify(tab.past)).not.toContain('columns')
  })
})
