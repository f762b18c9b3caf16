/**
 * One list with hidden columns, drawn with one of three component libraries and one form of eye:
 * `/obmgr/eyes/?kit=tiny|element|ant&form=header|svg|shadow|cell|page|plain|never|iframe`.
 */
import { createApp } from 'vue'
import { wording } from '../screen.ts'
import { styleOf } from '../style.ts'
import EyesPage from './EyesPage.vue'
import { defineShadowEye } from './shadow-eye.ts'

const style = document.createElement('style')
style.textContent = styleOf(wording.css)
document.head.append(style)
defineShadowEye()
createApp(EyesPage).mount('#app')
