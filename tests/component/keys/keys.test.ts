import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import KeysSection from '@/components/keys/KeysSection.vue'
import { createKeeper } from '@/utils/vault/keeper'
import { around } from '../../unit/vault/surroundings'
import { answerOf, type Opened, openPage, testId } from '../page'

const ak = 'CANARYAK00000000WXYZ'
const sk = 'canary-sk-0123456789abcdef0123456789abcd'
const passphrase = 'canary passphrase 1'
const keys = { site: 'cn', caller: 'partner', ak, sk } as const
const minute = 60_000

type Page = Opened['page']
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [id, value] of Object.entries(values)) await page.get(testId(id)).setValue(value)
}
/** Key derivation takes its time. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 20 })
const shown = (page: Page, id: string) =>
  until(() => expect(page.find(testId(id)).exists()).toBe(true))
/** A page on a browser whose vault was made earlier. */
async function onVault(options: { locked?: boolean } = {}) {
  const browser = around()
  const keeper = createKeeper(browser)
  await keeper.keepInVault(keys, passphrase)
  if (options.locked) await keeper.lock()
  const opened = await openPage(KeysSection, {
    rim: { keys: async () => keeper, now: browser.now },
  })
  await shown(opened.page, 'keys-facts')
  return { ...opened, browser, keeper }
}

describe('keys entered', () => {
  it('stay in memory unless the vault is chosen, and only the last four characters are shown', async () => {
    const { page, rim } = await openPage(KeysSection)
    await fill(page, {
      'keys-site': 'intl',
      'keys-caller': 'customer',
      'keys-ak': ak,
      'keys-sk': ` ${sk}\n`,
    })
    await page.get('form').trigger('submit')
    await shown(page, 'keys-facts')
    const keeper = await rim.keys?.()
    expect(await keeper?.credentials()).toEqual({ site: 'intl', caller: 'customer', ak, sk })
    expect(rim.requestOrigins).toHaveBeenCalledWith(['https://bss-intl.myhuaweicloud.com/*'])
    expect(page.get(testId('keys-facts')).text()).toContain('WXYZ')
    expect(page.text()).toContain('保留到浏览器关闭')
    expect(document.body.innerHTML).not.toContain(ak)
    expect(document.body.innerHTML).not.toContain('canary')
    // Not in any field either.
    await page.get(testId('keys-other')).trigger('click')
    for (const field of page.findAll('input'))
      expect((field.element as HTMLInputElement).value).toBe('')
  })
  it('ask for the host in the turn of the press', async () => {
    const requestOrigins = vi.fn(async () => true)
    const { page } = await openPage(KeysSection, { rim: { requestOrigins } })
    await fill(page, { 'keys-ak': ak, 'keys-sk': sk })
    const pressed = page.get('form').trigger('submit')
    expect(requestOrigins).toHaveBeenCalledOnce()
    await pressed
  })
  it('are kept when the host is refused, which is said calmly and can be made good', async () => {
    let may = false
    const { page, rim } = await openPage(KeysSection, {
      rim: { requestOrigins: vi.fn(async () => may), hasOrigins: async () => may },
    })
    await fill(page, { 'keys-ak': ak, 'keys-sk': sk })
    await page.get('form').trigger('submit')
    await shown(page, 'keys-not-allowed')
    expect(page.find('[role=alert]').exists()).toBe(false)
    expect(await (await rim.keys?.())?.credentials()).toMatchObject({ ak })
    may = true
    await page.get(testId('keys-allow')).trigger('click')
    await shown(page, 'keys-allowed')
  })
  it('that cannot be right are not kept, and no host is asked for', async () => {
    const { page, rim } = await openPage(KeysSection)
    await fill(page, { 'keys-ak': sk, 'keys-sk': ak })
    await page.get('form').trigger('submit')
    expect(page.get(testId('keys-problem')).attributes('role')).toBe('alert')
    expect(page.get(testId('keys-problem')).text()).not.toContain('canary')
    expect(await (await rim.keys?.())?.credentials()).toBe('none')
    expect(rim.requestOrigins).not.toHaveBeenCalled()
  })
  it('may be an X-Auth-Token', async () => {
    const { page, rim } = await openPage(KeysSection)
    await fill(page, { 'keys-kind': 'token' })
    await fill(page, { 'keys-token': 'canary-MIIEpgYJKoZIhvcNAQcC' })
    await page.get('form').trigger('submit')
    await shown(page, 'keys-facts')
    const kept = await (await rim.keys?.())?.credentials()
    expect(kept).toMatchObject({ token: 'canary-MIIEpgYJKoZIhvcNAQcC', ak: '', sk: '' })
    expect(document.body.innerHTML).not.toContain('canary')
  })
  it('go to the vault with a passphrase typed twice alike', async () => {
    const { page, rim } = await openPage(KeysSection)
    await page.get(testId('keys-vault')).setValue(true)
    await fill(page, { 'keys-ak': ak, 'keys-sk': sk, 'passphrase-new': 'too short' })
    const save = () => page.get(testId('keys-save')).attributes('disabled')
    expect(page.get(testId('passphrase-says')).text()).toContain('12')
    await fill(page, { 'passphrase-new': passphrase, 'passphrase-again': `${passphrase}!` })
    expect(page.get(testId('passphrase-says')).text()).toContain('不一致')
    expect(save()).toBeDefined()
    await page.get('form').trigger('submit')
    expect(await (await rim.keys?.())?.credentials()).toBe('none')
    await fill(page, { 'passphrase-again': passphrase })
    expect(save()).toBeUndefined()
    await page.get('form').trigger('submit')
    await shown(page, 'lock')
    const keeper = await rim.keys?.()
    expect(await keeper?.credentials()).toEqual(keys)
    await keeper?.lock()
    await keeper?.unlock(passphrase)
    await shown(page, 'lock')
  })
  it('name the rights they need, kind by kind, for the site and whose they are', async () => {
    const { page } = await openPage(KeysSection, { language: 'en' })
    const rights = () => page.get(testId('keys-rights')).text()
    expect(rights()).toContain('bss.myhuaweicloud.com')
    expect(rights()).toContain('ListSubCustomers')
    expect(rights()).toContain('BPC_')
    await fill(page, { 'keys-caller': 'customer', 'keys-site': 'eu' })
    expect(rights()).toContain('bss.myhuaweicloud.eu')
    expect(rights()).toContain('billing:coupon:view')
    expect(rights()).not.toContain('BPC_')
  })
})

describe('the vault on the page', () => {
  it('locks and unlocks, and says what was wrong', async () => {
    const { page, keeper } = await onVault()
    await page.get(testId('lock')).trigger('click')
    await shown(page, 'unlock')
    expect(await keeper.credentials()).toBe('locked')
    expect(page.get(testId('keys-facts')).text()).toContain('WXYZ')
    await fill(page, { passphrase: 'canary wrong one' })
    await page.get('form').trigger('submit')
    await until(() => expect(page.get(testId('keys-problem')).text()).toContain('口令不正确'))
    expect((page.get(testId('passphrase')).element as HTMLInputElement).value).toBe('')
    await fill(page, { passphrase })
    await page.get('form').trigger('submit')
    await shown(page, 'lock')
    expect(await keeper.credentials()).toEqual(keys)
  })
  it('shows at once that it was locked elsewhere', async () => {
    const { page, keeper } = await onVault()
    await keeper.lock()
    await shown(page, 'unlock')
  })
  it('counts the wait down and takes no passphrase before', async () => {
    const { page, browser } = await onVault({ locked: true })
    browser.disk.values.set('keys.tries', { count: 8, at: browser.now() })
    await fill(page, { passphrase })
    await page.get('form').trigger('submit')
    await until(() => expect(page.get(testId('keys-wait')).text()).toContain('40'))
    await fill(page, { passphrase })
    expect(page.get(testId('unlock')).attributes('disabled')).toBeDefined()
    browser.pass(41_000)
    await until(() => expect(page.get(testId('unlock')).attributes('disabled')).toBeUndefined())
    await until(() => expect(page.find(testId('keys-wait')).exists()).toBe(false))
  })
  it('changes its passphrase for the present one only', async () => {
    const { page, keeper } = await onVault()
    const next = 'canary passphrase 2'
    await page.get(testId('passphrase-change')).trigger('click')
    await fill(page, {
      'passphrase-old': 'not it at all',
      'passphrase-new': next,
      'passphrase-again': next,
    })
    await page.get('form').trigger('submit')
    await until(() => expect(page.get(testId('keys-problem')).text()).toContain('口令不正确'))
    await fill(page, { 'passphrase-old': passphrase })
    await page.get('form').trigger('submit')
    await until(() => expect(page.text()).toContain('口令已修改'))
    await keeper.lock()
    await keeper.unlock(next)
    expect(await keeper.credentials()).toEqual(keys)
  })
  it('locks after the time that is chosen', async () => {
    const { page, browser, keeper } = await onVault()
    await page.get(testId('lock-minutes')).setValue('30')
    await flushPromises()
    browser.pass(29 * minute)
    expect(await keeper.credentials()).toEqual(keys)
    browser.pass(2 * minute)
    expect(await keeper.credentials()).toBe('locked')
  })
  it('takes other keys in place of those in it', async () => {
    const { page, keeper } = await onVault()
    await page.get(testId('keys-other')).trigger('click')
    await fill(page, { 'keys-ak': 'CANARYAK00000000ABCD', 'keys-sk': sk })
    await page.get('form').trigger('submit')
    await until(() => expect(page.get(testId('keys-facts')).text()).toContain('ABCD'))
    expect(await keeper.credentials()).toMatchObject({ ak: 'CANARYAK00000000ABCD' })
    expect(await keeper.state()).toMatchObject({ mode: 'vault' })
  })
  it('is forgotten only when confirmed', async () => {
    const { page, keeper } = await onVault({ locked: true })
    const press = async (id: string) => {
      await until(() => expect(document.querySelector(testId(id))).not.toBeNull())
      document.querySelector<HTMLElement>(testId(id))?.click()
      await flushPromises()
    }
    await press('keys-forget')
    await press('confirm-cancel')
    expect(await keeper.state()).toMatchObject({ mode: 'vault' })
    await press('keys-forget')
    await press('confirm-yes')
    await shown(page, 'keys-form')
    expect(await keeper.state()).toEqual({ mode: 'none' })
  })
  it('VLT-05: broken, is reset only after two confirmations', async () => {
    const { page, browser, keeper } = await onVault({ locked: true })
    for (const name of ['keys.vault', 'keys.vault.copy'])
      browser.disk.values.set(name, { version: 1 })
    keeper.changed()
    await shown(page, 'keys-broken')
    expect(page.get(testId('keys-forget')).attributes('disabled')).toBeDefined()
    await page.get(testId('forget-sure')).setValue(true)
    await page.get(testId('keys-forget')).trigger('click')
    expect(await keeper.state()).toEqual({ mode: 'broken', why: 'damaged' })
    ;(await answerOf('confirm-yes')).click()
    await shown(page, 'keys-form')
  })
  it('VLT-06: puts nothing of keys or passphrases into logs', async () => {
    const said: unknown[] = []
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words))
    const { page, browser, keeper } = await onVault({ locked: true })
    await fill(page, { passphrase: 'canary wrong one' })
    await page.get('form').trigger('submit')
    await shown(page, 'keys-problem')
    browser.disk.set = async () => {
      throw new Error('disk is full')
    }
    await fill(page, { passphrase })
    await page.get('form').trigger('submit')
    await shown(page, 'problem')
    expect(await keeper.credentials()).toBe('locked')
    expect(JSON.stringify(said)).not.toMatch(/canary/i)
    vi.restoreAllMocks()
  })
})
