import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SafeLink from '@/components/base/SafeLink.vue'

const link = (to: string | undefined) =>
  mount(SafeLink, { props: { to }, slots: { default: 'page' } }).find('a')

describe('SafeLink', () => {
  it('links to https', () => {
    expect(link('https://account.huaweicloud.com/obmgr/#/x').attributes()).toMatchObject({
      href: 'https://account.huaweicloud.com/obmgr/#/x',
      rel: 'noopener noreferrer',
    })
  })
  it.each([
    'http://account.huaweicloud.com/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'chrome-extension://abc/options.html',
    '//example.com',
    '/options.html',
    '',
    undefined,
  ])('shows the text alone for %s', (to) => expect(link(to).exists()).toBe(false))
})
