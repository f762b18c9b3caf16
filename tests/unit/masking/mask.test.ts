import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Personal } from '@/utils/kinds/define'
import { isMasked, mask, withoutNumbers } from '@/utils/masking/mask'

describe('PRIV-01 personal values are shortened', () => {
  test.each<[Personal, string, string]>([
    ['person', '张三丰', '张**'],
    ['person', 'Zhang San', 'Z**'],
    ['company', '北京云帆数据科技有限公司', '北京**科技有限公司'],
    ['company', '深圳市示例网络股份有限公司', '深圳**网络股份有限公司'],
    ['company', '华为技术有限公司', '华**有限公司'],
    ['company', 'Example Distributor Pte. Ltd.', 'Ex**or Pte. Ltd.'],
    ['company', 'Sample Trading Sdn Bhd', 'Sa**ng Sdn Bhd'],
    ['company', 'Muster Handels GmbH', 'Mu**ls GmbH'],
    ['company', 'Foo Co., Ltd.', 'F** Co., Ltd.'],
    ['company', '上海示例创业合伙企业（有限合伙）', '上海**创业合伙企业（有限合伙）'],
    ['company', 'Acme', 'A**'],
    ['company', '王小明', '王**'],
    ['account', 'demo_user_01', 'de***01'],
    ['account', 'abc', 'a***'],
    ['account', 'zhao@example.com', 'z***@example.com'],
    ['phone', '13800010001', '138****0001'],
    ['phone', '+86 13800010001', '+86 138****0001'],
    ['phone', '+8613800010001', '+86138****0001'],
    ['phone', '0086-138 0001 0001', '0086-138****0001'],
    ['phone', '+65 9123 4567', '+65 91****67'],
    ['phone', '110', '****'],
    ['email', 'zhao.si@example.com', 'z***@example.com'],
  ])('%s %s', (personal, value, masked) => {
    expect(mask(personal, value)).toBe(masked)
  })

  test.each(['张*', '138••••0001', 'de***01', 'z***@example.com'])('%s stays', (value) => {
    expect(mask('person', value)).toBe(value)
    expect(isMasked(value)).toBe(true)
  })

  test('never shows the value, and masking twice is masking once', () => {
    const personal = fc.constantFrom<Personal>('person', 'company', 'account', 'phone', 'email')
    fc.assert(
      fc.property(personal, fc.string({ unit: 'grapheme' }), (kind, value) => {
        const once = mask(kind, value)
        expect(mask(kind, once)).toBe(once)
        if (value.trim() !== '') expect(isMasked(once)).toBe(true)
      }),
    )
  })
})

test('IMP-03 takes a megabyte of anything in its stride', () => {
  const units = [' ', ', ', ' pte.', '1', '+86 ', 'a@', 'a.', '公司', '138 ', '-@a.b-']
  for (const unit of units) {
    const long = `a${unit.repeat(1_000_000 / unit.length)}b`
    for (const work of [
      ...(['company', 'person', 'account', 'phone', 'email'] as const).map(
        (personal) => () => mask(personal, long),
      ),
      () => withoutNumbers(`11111111111${long}@`),
    ]) {
      const before = performance.now()
      work()
      expect(performance.now() - before).toBeLessThan(1000)
    }
  }
})
