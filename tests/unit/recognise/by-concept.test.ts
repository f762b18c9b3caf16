import { describe, expect, it } from 'vitest'
import { kindOf, type KindName } from '@/utils/kinds'
import { choiceReader } from '@/utils/recognise/choices'
import { conceptsOf } from '@/utils/recognise/concepts'
import { meaningsOf } from '@/utils/recognise/dictionary'

const meant = (kind: string, name: string) =>
  meaningsOf(kindOf(kind as KindName), name).map(({ field }) => field)

describe('what a name is about', () => {
  it('is the same in other words, in another order, in another language', () => {
    const name = conceptsOf('customer name')
    for (const other of ['buyerFullName', 'Name of customer', '客户全称', 'cust_title'])
      expect(conceptsOf(other), other).toEqual(name)
  })
  it('is found where nothing marks where a word ends', () => {
    expect(conceptsOf('facevalue')).toEqual(conceptsOf('face value'))
    expect(conceptsOf('couponno')).toEqual(conceptsOf('coupon id'))
  })
  it('keeps what no word explains', () => {
    expect(conceptsOf('warranty period')).toContain('warranty')
  })
})

describe('a column whose name nobody listed', () => {
  it.each([
    ['incentive', 'rebateDataNo', 'incentiveId'],
    ['incentive', '返佣比率', 'rate'],
    ['couponQuota', 'limitLeft', 'balance'],
    ['couponOperation', 'actionMoney', 'amount'],
    ['customer', 'freezeStateName', 'frozen'],
    ['charge', 'custRef.customerId', 'customerId'],
    ['exportTask', 'attachBytes', 'fileSize'],
    ['salesTask', 'expansion_task_id', 'taskId'],
    ['resource', 'customerAccount.customerTitle', 'customerName'],
    ['coupon', 'lifeCycle.to', 'expiresAt'],
  ])('of %s is read: %s is %s', (kind, name, field) => expect(meant(kind, name)).toContain(field))

  it.each([
    ['customer', '账号ID'],
    ['coupon', 'Coupon'],
    ['coupon', '操作'],
    ['resourcePackage', 'resourceId'],
    ['exportTask', 'expires'],
    ['consumption', 'cash coupon amount used'],
  ])('of %s says nothing where it may be anything: %s', (kind, name) =>
    expect(meant(kind, name)).toEqual([]),
  )
})

describe('a choice in words nobody listed', () => {
  const read = (kind: string, field: string, word: string) =>
    choiceReader(kindOf(kind as KindName).fields[field]!).word(word)

  it('is what the same things said in another form are', () => {
    expect(read('couponOperation', 'operation', 'Auto reclaim (dissociated)')).toBe(
      'unbind-reclaim',
    )
    expect(read('couponOperation', 'operation', 'Withdrawn after unbinding')).toBe('unbind-reclaim')
  })
  it('stays empty where a word more or less is said', () => {
    expect(read('couponOperation', 'operation', 'To be reclaimed manually')).toBeUndefined()
    expect(read('incentiveBill', 'status', 'Payment')).toBeUndefined()
  })
})
