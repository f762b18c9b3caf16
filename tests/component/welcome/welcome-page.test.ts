import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WelcomePage from '@/components/welcome/WelcomePage.vue'
import { noon, openPage, testId } from '../page'

const open = (language: 'zh' | 'en' = 'zh') =>
  openPage(WelcomePage, { kept: { settings: {} }, language })

describe('the welcome page', () => {
  it('says what is read, where it stays, what is never done, and whose it is not', async () => {
    const { page } = await open()
    const heads = page.findAll('h2').map((each) => each.text())
    expect(heads).toEqual(['读取什么', '存放在哪里', '绝不做的事', '以后才会询问的权限'])
    expect(page.text()).toContain('独立于华为')
  })
  it('writes nothing before the press', async () => {
    const { page, store, asked } = await open()
    await page.get('[lang=en]').trigger('click')
    await flushPromises()
    expect(store.kept.settings).toEqual({})
    expect(asked).toEqual([])
    expect(page.get('h1').text()).toBe('Welcome to Partner Lens')
  })
  it('notes when the user accepted and says what to do next', async () => {
    const { page, store, asked } = await open()
    await page.get(testId('accept')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.acceptedAt).toBe(noon)
    expect(asked).toContainEqual(['settings.changed', {}])
    expect(page.get(testId('accepted')).text()).toContain('券管理')
    expect(page.find(testId('accept')).exists()).toBe(false)
  })
  it('keeps the language chosen before the press with the consent, not earlier', async () => {
    const { page, store } = await open()
    await page.get('[lang=en]').trigger('click')
    expect(store.kept.settings).toEqual({})
    await page.get(testId('accept')).trigger('click')
    await flushPromises()
    expect(store.kept.settings).toMatchObject({ language: 'en', acceptedAt: noon })
  })
  it('takes a no for a no', async () => {
    const { page, store } = await open()
    await page.get(testId('decline')).trigger('click')
    expect(store.kept.settings).toEqual({})
    expect(page.text()).toContain('没有读取任何数据')
  })
  it('keeps the language once the user has accepted', async () => {
    const { page, store } = await openPage(WelcomePage)
    await page.get('[lang=en]').trigger('click')
    await flushPromises()
    expect(store.kept.settings.language).toBe('en')
  })
  it('speaks English', async () => {
    const { page } = await open('en')
    expect(page.get(testId('accept')).text()).toBe('I accept, start')
  })
})
