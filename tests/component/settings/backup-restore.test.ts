import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import BackupRestore from '@/components/settings/BackupRestore.vue'
import type { Rim } from '@/stores/rim'
import { RestoreError, type Head, type Refusal } from '@/utils/backup/types'
import { answerOf, noon, openPage, testId } from '../page'
import { alice, bob } from '../rows'

const head: Head = {
  format: 'partner-lens-backup',
  version: 1,
  schema: 1,
  madeAt: noon,
  accounts: ['cn:alice'],
  rows: 3,
  sum: '',
}
async function open(more: Partial<Head> = {}, refused?: Refusal) {
  const backups = {
    makeBackup: vi.fn(async () => new Blob(['x'])),
    headOf: vi.fn(async () => ({ head: { ...head, ...more }, data: new Blob() })),
    restoreBackup: vi.fn(async () => {
      if (refused) throw new RestoreError(refused)
      return 3
    }),
  }
  const rim: Partial<Rim> = { backups: async () => backups }
  const opened = await openPage(BackupRestore, { kept: { accounts: [alice, bob] }, rim })
  return {
    ...opened,
    backups,
    async choose() {
      const input = opened.page.get<HTMLInputElement>(testId('restore-file'))
      Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'a.plbackup')] })
      await input.trigger('change')
      await flushPromises()
    },
    said: () => opened.page.get(testId('backup-said')).text(),
  }
}

describe('REL-11 backup in the options', () => {
  it('is saved of everything or one account, under a passphrase typed twice alike', async () => {
    const { page, backups, rim, said } = await open()
    await page.get(testId('backup-account')).setValue('cn:alice')
    await page.get(testId('backup-passphrase')).setValue('long words')
    const save = page.get(testId('backup-save'))
    expect(save.attributes('disabled')).toBeDefined()
    await page.get(testId('backup-again')).setValue('long words')
    expect(save.attributes('disabled')).toBeUndefined()
    await save.trigger('submit')
    await flushPromises()
    const asked = { account: 'cn:alice', passphrase: 'long words', now: noon }
    expect(backups.makeBackup).toHaveBeenCalledWith(asked)
    expect(rim.save).toHaveBeenCalledWith('partner-lens-2026-11-22.plbackup', expect.any(Blob))
    expect(said()).toContain('备份已保存')
    expect(page.find(testId('backup-again')).exists()).toBe(false)
  })
  it('is merged at once and replaces only after asking', async () => {
    const { page, backups, choose, said } = await open()
    await choose()
    expect(page.get(testId('restore-head')).text()).toContain('2026-11-22')
    await page.get(testId('restore')).trigger('click')
    await flushPromises()
    expect(backups.restoreBackup).toHaveBeenCalledWith(expect.any(File), {
      how: 'merge',
      now: noon,
    })
    expect(said()).toBe('已恢复。')
    await page.get(testId('restore-replace')).setValue()
    await page.get(testId('restore')).trigger('click')
    await flushPromises()
    expect(backups.restoreBackup).toHaveBeenCalledTimes(1)
    ;(await answerOf('confirm-yes')).click()
    await flushPromises()
    expect(backups.restoreBackup).toHaveBeenLastCalledWith(expect.any(File), {
      how: 'replace',
      now: noon,
    })
  })
  it('asks for the passphrase of an encrypted one and says why it was refused', async () => {
    const sealed: Head['sealed'] = { name: 'PBKDF2-SHA-256', rounds: 600_000, salt: '', iv: '' }
    const { page, choose } = await open({ sealed, accounts: undefined }, 'wrong-passphrase')
    await choose()
    expect(page.get(testId('restore')).attributes('disabled')).toBeDefined()
    await page.get(testId('restore-passphrase')).setValue('guess')
    await page.get(testId('restore')).trigger('click')
    await flushPromises()
    expect(page.get(testId('backup-problem')).text()).toContain('口令不对')
  })
  it('refuses what is no backup with a reason', async () => {
    const { page, backups, choose } = await open()
    backups.headOf.mockRejectedValueOnce(new RestoreError('not-a-backup'))
    await choose()
    expect(page.get(testId('backup-problem')).text()).toContain('不是伙伴透镜的备份')
    expect(page.find(testId('restore')).exists()).toBe(false)
  })
})
