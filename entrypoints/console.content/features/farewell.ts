import css from './farewell.css?inline'
import { made, ownBox, pressable } from './own-box'

const texts = {
  zh: {
    says: '伙伴透镜已更新或移除，不再读取本页。重新加载后即可继续使用。',
    reload: '重新加载',
    close: '关闭提示',
  },
  en: {
    says: 'Partner Lens was updated or removed and no longer reads this page. Reload it to go on.',
    reload: 'Reload',
    close: 'Close this note',
  },
}

/** Said once, in the place of the launcher, when the extension was updated or removed under this page. */
export function sayFarewell(language: 'zh' | 'en'): void {
  const { says, reload, close } = texts[language]
  const host = ownBox(
    css,
    made(
      'div',
      { role: 'status', lang: language === 'zh' ? 'zh-CN' : 'en' },
      made('span', {}, says),
      pressable({}, reload, () => location.reload()),
      pressable({ class: 'close', 'aria-label': close }, '×', () => host.remove()),
    ),
  )
  document.documentElement.append(host)
}
