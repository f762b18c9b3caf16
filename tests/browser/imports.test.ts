import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { keptRows } from '../tools/probe.ts'
import { zipOf } from '../unit/sources/zip.ts'
import { eventually, startWorld } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'partner-lens-import-'))
const header = '代金券ID,客户ID,客户名称,面值(元),余额(元),生效时间,失效时间,状态,__proto__'
const cells = (index: number, name: string) =>
  `${name}${index},cust${index % 50},示例${index % 50}科技有限公司,100.00,${index % 90}.50,2026-01-01 00:00:00,2028-12-31 23:59:59,可使用,x`
const csv = (rows: number, name = 'CP') =>
  [header, ...Array.from({ length: rows }, (_, index) => cells(index, name))].join('\r\n')
function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const step = (page: Page, name: string) => page.getByTestId(`import-${name}`)

/** Drops a file on the page as the browser does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ name, content }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { lastModified: Date.UTC(2026, 0, 5) }))
      return transfer
    },
    { name, content },
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried })
  await step(page, 'veil').waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
}
async function pick(page: Page, path: string): Promise<void> {
  await page.getByTestId('import-open').click()
  await page.getByTestId('import-file').setInputFiles(path)
}

describe('a partner imports a file', () => {
  it('IMP-04 drops a CSV, looks at it, imports it, sees the rows, and takes them back', async () => {
    await using world = await startWorld()
    const page = await world.lens.open('dashboard.html')
    await drop(page, 'coupons.csv', csv(300) + '\r\n,cust1,缺编号,1.00')
    await step(page, 'table').waitFor()
    expect(await page.getByTestId('import').innerText()).not.toContain('示例1科技')
    expect(await step(page, 'rejected').innerText()).toContain('302')
    expect(await keptRows(page, 'coupon')).toEqual([])
    await step(page, 'take').click()
    await step(page, 'done').waitFor()
    expect(await keptRows(page, 'coupon')).toHaveLength(300)
    await page.getByText('CP0', { exact: true }).waitFor()
    expect(await page.evaluate(() => Object.keys(Object.prototype).length)).toBe(0)
    await step(page, 'undo').click()
    await step(page, 'undone').waitFor()
    expect(await keptRows(page, 'coupon')).toEqual([])
  })

  it('picks a workbook with an error in a cell, from the panel', async () => {
    await using world = await startWorld()
    const page = await world.lens.open('sidepanel.html')
    const data = [header, cells(1, 'X'), cells(2, 'X')].map((line) =>
      line.split(',').map((value) => ({ value })),
    )
    const made = writeExcel([{ data, sheet: '代金券' }] as never) as unknown as {
      toBuffer(): Promise<Buffer>
    }
    await pick(page, fileWith('coupons.xlsx', await made.toBuffer()))
    await step(page, 'take').click()
    await step(page, 'done').waitFor()
    expect(await keptRows(page, 'coupon')).toHaveLength(2)
  })

  it('IMP-01 is told what a file really is, and keeps everything', async () => {
    await using world = await startWorld()
    const page = await world.lens.open('dashboard.html')
    const row = (text: string) =>
      `<row>${`<c t="inlineStr"><is><t>${text}</t></is></c>`.repeat(2)}</row>`
    const book = (sheet: string) =>
      zipOf([
        ['xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'],
        [
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
        ],
        ['xl/worksheets/s.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
      ])
    const broken: [string, string | Uint8Array, string][] = [
      ['login.csv', '<!DOCTYPE html><title>登录</title><input type="password">', 'login-page'],
      ['cut.xlsx', book(row('a')).subarray(0, 120), 'cut-off'],
      ['bomb.xlsx', book(row('代金券ID').repeat(2_000_000)), 'suspicious'],
      ['far.xlsx', book('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'too-many-cells'],
      ['prices.csv', 'Flavour,Price\nVanilla,3\nLemon,4', 'unknown-table'],
    ]
    for (const [name, content, refusal] of broken) {
      await pick(page, fileWith(name, content))
      await page.locator(`[data-refusal="${refusal}"]`).waitFor()
      await step(page, 'close').click()
    }
    expect(await keptRows(page, 'coupon')).toEqual([])
  })

  it('cancels half way, and nothing stays', async () => {
    await using world = await startWorld()
    const page = await world.lens.open('dashboard.html')
    await pick(page, fileWith('large.csv', csv(400_000, 'L')))
    await step(page, 'cancel').click()
    await step(page, 'cancelled').waitFor()
    expect(await keptRows(page, 'coupon')).toEqual([])
    expect(await left(page)).toBe(0)
  })

  it('IMP-04 is killed at any moment: the whole batch is there, or none of it', async () => {
    const rounds = Number(process.env.LONG ? 50 : 6)
    const path = fileWith('kill.csv', csv(60_000, 'K'))
    await using world = await startWorld()
    let whole = 0
    for (let round = 0; round < rounds; round++) {
      const page = await world.lens.open('dashboard.html')
      await pick(page, path)
      await step(page, 'take').click()
      // Anywhere between the first segment and the commit; the page takes its worker with it.
      await new Promise((resolve) => setTimeout(resolve, (round * 137) % 700))
      await page.close({ runBeforeUnload: false })
      const after = await world.lens.open('dashboard.html')
      const rows = await keptRows(after, 'coupon')
      expect([0, 60_000]).toContain(rows.length)
      if (rows.length > 0) {
        whole++
        await after.getByTestId('import-open').click()
        await after.getByTestId('import-past').getByRole('button').click()
        await step(after, 'undone').waitFor()
        expect(await keptRows(after, 'coupon')).toEqual([])
      }
      await after.close()
    }
    expect(whole).toBeLessThanOrEqual(rounds)
  }, 600_000)
})

/** Pieces of imports that are laid down and wait. */
const left = (page: Page) =>
  eventually(
    () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const request = indexedDB.open('partner-lens')
            request.addEventListener('error', () =>
              reject(request.error ?? new Error('no database')),
            )
            request.addEventListener('success', () => {
              const counted = request.result.transaction('staged').objectStore('staged').count()
              counted.addEventListener('success', () => {
                request.result.close()
                resolve(counted.result)
              })
            })
          }),
      ),
    (count) => count === 0,
  )
