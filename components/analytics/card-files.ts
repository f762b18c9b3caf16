import { textAt, type Row } from '@/utils/analytics/chart-data'
import type { GuardedBill } from '@/utils/analytics/bills'
import { customerName } from '@/utils/analytics/customer'
import type { Restatement } from '@/utils/analytics/restatement'
import type { FileCell, TableFile } from '@/utils/files/table-file'
import type { BillChecks } from './bill-checks'
import { shortened, type Mask } from './labels'
import type { Word } from './texts'

/** How a card's words and amounts leave: hidden ones leave hidden. */
export interface FileWords {
  t: (word: Word) => string
  mask: Mask
}
const zone = 'Asia/Shanghai'
const money = (value: string | undefined, { t, mask }: FileWords): FileCell =>
  value === undefined ? undefined : mask.amounts ? t('hidden') : { number: value }
const nameOf = (row: Row, { mask }: FileWords) => {
  const name = customerName(row) ?? ''
  return mask.names ? shortened(name) : name
}

/** What moved: a row a customer, with the list it stands in. */
export function movesFile(
  lists: readonly {
    title: Word
    rule: Word
    found: readonly { name: string; before?: string; now?: string }[]
  }[],
  unit: string,
  words: FileWords,
): TableFile {
  const { t } = words
  return {
    zone,
    facts: lists.map(({ title, rule }) => [t(title), t(rule)]),
    columns: [
      t('moved.list'),
      t('axis.customer'),
      t('moved.before'),
      t('restated.now'),
      t('currency'),
    ],
    rows: lists.flatMap(({ title, found }) =>
      found.map(({ name, before, now }) => [
        t(title),
        name,
        money(before, words),
        money(now, words),
        unit,
      ]),
    ),
  }
}

/** The periods of a year as first seen, confirmed and paid, then the rows that changed. */
export function restatementFile(
  { cycles, rows }: Restatement,
  currency: string,
  words: FileWords,
): TableFile {
  const { t } = words
  const amounts = (...values: (string | undefined)[]) => values.map((value) => money(value, words))
  return {
    zone,
    facts: [
      [t('restated'), t('restated.rule')],
      [t('currency'), currency],
    ],
    columns: [
      t('axis.month'),
      t('axis.customer'),
      t('restated.what'),
      t('restated.first'),
      t('restated.confirmed'),
      t('restated.paid'),
      t('restated.now'),
      t('restated.change'),
    ],
    rows: [
      ...cycles.map(({ cycle, first, confirmed, paid, change }) => [
        cycle,
        t('total'),
        '',
        ...amounts(first, confirmed, paid, undefined, change),
      ]),
      ...rows.map(({ row, cycle, first, confirmed, now, change }) => [
        cycle,
        nameOf(row, words),
        textAt(row, 'productType') ?? textAt(row, 'orderNo') ?? '',
        ...amounts(first, confirmed, undefined, now, change),
      ]),
    ],
  }
}

/** Bills to confirm, with what was found of each. */
export function billsFile(
  bills: readonly GuardedBill[],
  checks: BillChecks,
  words: FileWords,
): TableFile {
  const { t } = words
  return {
    zone,
    facts: [[t('bills.title'), '']],
    columns: [
      t('bills.id'),
      t('axis.month'),
      t('bills.plan'),
      t('bills.deadline'),
      t('bills.amount'),
      t('bills.sum'),
      t('bills.difference'),
      t('currency'),
      t('bills.wrongLines'),
      t('bills.mark'),
      t('bills.note'),
    ],
    rows: bills.map(({ bill, billId, confirmBy, sum, gap, wrong }) => [
      billId,
      textAt(bill, 'cycle') ?? '',
      textAt(bill, 'planName') ?? '',
      confirmBy === undefined ? undefined : { at: confirmBy },
      money(textAt(bill, 'amount'), words),
      money(sum, words),
      money(gap, words),
      textAt(bill, 'currency') ?? '',
      { number: String(wrong.length) },
      t(`bills.${checks[billId]?.mark ?? 'open'}`),
      checks[billId]?.note ?? '',
    ]),
  }
}
