import { customerId, customerName } from './common'
import { amount, choice, currency, defineKind, id, text, time, type RecordOf } from './define'

/** Money a partner gave to a customer or took back (拨款, 回收). Wire: ListPartnerAdjustRecords. */
export const adjustment = defineKind({
  name: 'adjustment',
  label: { zh: '调账记录', en: 'Adjustments' },
  key: ['adjustmentId'],
  dated: 'operatedAt',
  staleAfterHours: 24,
  signature: ['operation', 'amount'],
  words: { zh: ['调账记录'], en: ['adjustment'] },
  menu: {
    zh: '销售 > 客户 > 客户管理 > 调账记录',
    en: 'Sales > Customers > Customer Management > Adjustment Records',
  },
  fields: {
    adjustmentId: id({ zh: ['流水号'], en: ['Transaction ID'] }),
    customerId: customerId(),
    customerName: customerName(),
    operation: choice({
      zh: ['操作类型'],
      en: ['Operation'],
      values: {
        allocate: { zh: ['拨款'], en: ['Allocated'], codes: ['SOURCE_OPERATION_BEADJUST'] },
        reclaim: { zh: ['回收'], en: ['Reclaimed'], codes: ['SOURCE_OPERATION_BERETRIEVE'] },
        'unbind-reclaim': {
          zh: ['解绑回收'],
          en: ['Reclaimed on dissociation'],
          codes: ['SOURCE_OPERATION_BEUNBIND'],
        },
      },
    }),
    amount: amount({ zh: ['金额'], en: ['Amount'] }),
    currency: currency(),
    scene: text({ zh: ['使用场景'], en: ['Used for'] }),
    operatedAt: time({ zh: ['操作时间'], en: ['Operated at'] }),
    remark: text({ zh: ['备注'], en: ['Remark'] }),
  },
})
export type Adjustment = RecordOf<typeof adjustment>
