import '@/components/base/style/tokens.css'
import '@/components/base/style/base.css'
import '@/components/coupons/balances.css'
import '@/components/panel/shell.css'
import { begun } from '@/components/panel/first-paint-begun'

const paint = begun.partnerLensPaint ?? Promise.resolve()
void paint.catch(() => {}).then(() => import('./page'))
