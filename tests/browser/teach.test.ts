import { describe, expect, it } from 'vitest'
import { keptRows } from '../tools/probe.ts'
import { goTo } from '../tools/walk.ts'
import { eventually, openConsole, startWorld } from './world.ts'

describe('a table that nobody knows', () => {
  it('is explained by the partner and its rows are there at once', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/performance/detail')
    const panel = await world.lens.open('sidepanel.html')
    await panel.setViewportSize({ width: 400, height: 900 })
    await page.bringToFront()
    await panel.getByTestId('teach-notice').click()
    const question = panel.getByTestId('teach-question')
    await question.getByTestId('teach-open').click()
    await question.getByTestId('teach-kind').selectOption('incentive')
    await question.locator('[data-column^="业绩ID"]').selectOption('incentiveId')
    await question.getByTestId('teach-preview').locator('tbody tr').first().waitFor()
    await question.getByTestId('teach-accept').click()
    await panel.getByTestId('teach-done').waitFor()

    const kept = await eventually(
      () => keptRows(panel, 'incentive'),
      (rows) => rows.length > 0,
    )
    expect(kept.every((row) => String(row.incentiveId).startsWith('PF'))).toBe(true)

    // The mapping can be switched off again, and then the table is asked about anew.
    const dashboard = await world.lens.open('dashboard.html#health')
    await dashboard.getByTestId('learned').getByRole('switch').click()
    await dashboard.getByTestId('learned').getByText('已停用').waitFor()
  })
})
