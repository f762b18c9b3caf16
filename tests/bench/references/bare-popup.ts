import { createApp, h, shallowRef } from 'vue'

/* A bare Vue page that reads the popup's record as it is stored and lists its lines: no design, no settings, no words. */

interface Line {
  holder: string
  type: string
  balance: string
  currency: string
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}

const lines = shallowRef<Line[]>([])
createApp({
  setup: () => () =>
    h(
      'ul',
      lines.value.map(({ holder, type, balance, currency }) =>
        h('li', { 'data-testid': `holder-${holder}` }, `${type} ${balance} ${currency}`),
      ),
    ),
}).mount('#app')

async function read(): Promise<Line[]> {
  const database = await asked(indexedDB.open('partner-lens'))
  const glance = database.transaction('glance').objectStore('glance')
  const [first] = await asked(glance.getAll() as IDBRequest<{ lines: Line[] }[]>)
  database.close()
  return first?.lines ?? []
}
void read().then((found) => (lines.value = found))
