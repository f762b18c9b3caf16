/** Partner Center's single-page app. */
import { createApp } from 'vue'
import { wording } from '../screen.ts'
import { styleOf } from '../style.ts'
import App from './App.vue'

const style = document.createElement('style')
style.textContent = styleOf(wording.css)
document.head.append(style)
createApp(App).mount('#app')
