/**
 * 费用与成本: custom elements under zone.js that draw the vendor's `ti3-` markup and ask by XMLHttpRequest.
 * Names of the elements: section 1.3 of DOMAIN.md.
 */
import 'zone.js'
import { styleOf } from '../style.ts'
import { ExpenseRoot, MasterRoot } from './frame.ts'
import { prefix } from './markup.ts'
import { TableElement } from './table.ts'

const style = document.createElement('style')
style.textContent = styleOf(prefix)
document.head.append(style)
customElements.define('ti-table', TableElement)
customElements.define('cbcsubexpense-root', ExpenseRoot)
customElements.define('cbcusercenterwebsite-master-root', MasterRoot)
