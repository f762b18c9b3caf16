import type { FileOffer } from '@/utils/messaging/protocol'
import { fileControl, linkOf } from '@/utils/sources/page/file-control'
import type { Feature } from './feature'

/** Says where the file of an export is to be had, or presses the console's own 下载; only ever at the user's word. */
export const files: Feature = {
  id: 'files',
  frames: 'all',
  run({ onOrder }) {
    onOrder((order): FileOffer | undefined => {
      if (order.order !== 'export.file') return undefined
      const control = fileControl(document, order)
      if (!control) return undefined
      const link = linkOf(control)
      if (link !== undefined && !order.press) return { link }
      control.click()
      return { pressed: true }
    })
  },
}
