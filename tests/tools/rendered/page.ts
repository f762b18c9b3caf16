import { createApp, h } from 'vue'
import { drawAnt } from './ant.ts'
import type { Case } from './case.ts'
import { drawElement } from './element.ts'
import { drawTiny } from './tiny.ts'

const drawers = {
  tiny: drawTiny,
  element: drawElement,
  'element-v2': drawElement,
  ant: drawAnt,
}

/** Draws a case into the page, as an app of the console would. */
export function draw(page: Case): void {
  const app = createApp({
    render: () => h('main', [h('h1', page.title), drawers[page.library](page) as never]),
  })
  app.mount('#app')
}
