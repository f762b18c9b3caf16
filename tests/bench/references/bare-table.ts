import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, createApp, defineComponent, h, shallowRef } from 'vue'
import { decode, type Columns } from '@/utils/cache/columns'
import type { KindRecord } from '@/utils/records'

/*
 * A bare Vue page that reads the segments as they are stored, makes objects of them and shows a virtual list: no engine,
 * no design, no settings.
 */

const fields = [
  'name',
  'customerName',
  'serviceName',
  'status',
  'expiresAt',
  'billing',
  'region',
  'spec',
]

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}
async function readSegments(account: string, kind: string): Promise<KindRecord[]> {
  const database = await asked(indexedDB.open('partner-lens'))
  const store = database.transaction('segments').objectStore('segments')
  const segments = await asked(
    store.getAll(IDBKeyRange.bound([account, kind], [account, kind, []])) as IDBRequest<
      { columns: Columns }[]
    >,
  )
  database.close()
  return segments.flatMap(({ columns }) => decode(columns))
}

const BareTable = defineComponent({
  props: { rows: { type: Array<KindRecord>, required: true } },
  setup(props) {
    const frame = shallowRef<HTMLElement | null>(null)
    const virtual = useVirtualizer(
      computed(() => ({
        count: props.rows.length,
        getScrollElement: () => frame.value,
        estimateSize: () => 34,
        overscan: 8,
      })),
    )
    const cell = (row: KindRecord | undefined, name: string) =>
      h('span', { style: 'display:inline-block;width:140px' }, String(row?.[name] ?? ''))
    return () =>
      h('div', { ref: frame, style: 'height:630px;overflow:auto', 'data-testid': 'table' }, [
        h(
          'div',
          { style: { position: 'relative', height: `${virtual.value.getTotalSize()}px` } },
          virtual.value.getVirtualItems().map(({ index, start }) =>
            h(
              'div',
              {
                key: index,
                'data-key': index,
                style: {
                  position: 'absolute',
                  height: '34px',
                  whiteSpace: 'nowrap',
                  transform: `translateY(${start}px)`,
                },
              },
              fields.map((name) => cell(props.rows[index], name)),
            ),
          ),
        ),
      ])
  },
})

const rows = shallowRef<KindRecord[]>([])
const shown = shallowRef(true)
createApp({
  setup: () => () =>
    h('main', [
      h('button', { id: 'turn', onClick: () => (shown.value = !shown.value) }, 'turn'),
      shown.value && rows.value.length > 0 ? h(BareTable, { rows: rows.value }) : undefined,
    ]),
}).mount('#app')
void readSegments('cn:large', 'resource').then((read) => (rows.value = read))
