import css from './farewell.css?inline'

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
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = css
  const box = document.createElement('div')
  box.setAttribute('role', 'status')
  box.lang = language === 'zh' ? 'zh-CN' : 'en'
  const said = document.createElement('span')
  said.textContent = says
  const again = document.createElement('button')
  again.textContent = reload
  again.addEventListener('click', (event) => event.isTrusted && location.reload())
  const away = document.createElement('button')
  away.className = 'close'
  away.textContent = '×'
  away.setAttribute('aria-label', close)
  away.addEventListener('click', (event) => event.isTrusted && host.remove())
  box.append(said, again, away)
  root.append(style, box)
  document.documentElement.append(host)
}
