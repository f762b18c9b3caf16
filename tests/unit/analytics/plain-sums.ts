import type { Row } from '@/utils/analytics/chart-data'
import type { Context } from '@/components/analytics/chart-def'

/*
 * What each chart must add up to, said once more in plain words and whole numbers, without anything of the charts' own
 * reading, filtering and adding up.
 */

/** A share that a row has in a chart: where it stands, in which series, how much in millionths. */
export interface Part {
  place: string
  line?: string
  units: bigint
}
type Rule = (rows: readonly Row[], context: Context) => Part[]

const day = 86_400_000
export const millionths = (text: string): bigint => {
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const units = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
  return text.startsWith('-') ? -units : units
}
const text = (row: Row, field: string) => {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
const isAmount = (value: string | undefined): value is string =>
  value !== undefined && /^-?\d+(\.\d+)?$/.test(value)
const one = 1_000_000n

/** One part a row, or none; without `amount` rows are counted. */
const each =
  (
    place: (row: Row, context: Context) => string | undefined,
    {
      line,
      amount,
      keep = () => true,
    }: {
      line?: (row: Row, context: Context) => string | undefined
      amount?: (row: Row) => string | undefined
      keep?: (row: Row, context: Context) => boolean
    } = {},
  ): Rule =>
  (rows, context) =>
    rows.flatMap((row) => {
      const at = place(row, context)
      if (at === undefined || !keep(row, context)) return []
      const said = amount?.(row)
      if (amount && (row.currency !== context.currency || !isAmount(said))) return []
      const units = said === undefined ? one : millionths(said)
      return [{ place: at, units, ...(line ? { line: line(row, context) ?? '' } : {}) }]
    })

const field = (name: string) => (row: Row) => text(row, name)
/** What does not say stands at ''. */
const orUnsaid = (name: string) => (row: Row) => text(row, name) ?? ''
const at = (row: Row, name: string) => row[name] as number | undefined
const local = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()
const month = (name: string) => (row: Row) => {
  const ms = at(row, name)
  return ms === undefined ? undefined : local(ms).slice(0, 7)
}
const ending =
  (name: string) =>
  (row: Row, { now }: Context) => {
    const ms = at(row, name)
    if (ms === undefined || ms < now) return undefined
    for (const days of [7, 15, 30, 60, 90]) if (ms - now <= days * day) return String(days)
    return 'later'
  }
const old =
  (name: string) =>
  (row: Row, { now }: Context) => {
    const ms = at(row, name)
    if (ms === undefined || ms > now) return undefined
    const days = (now - ms) / day
    return days <= 7
      ? '0-7'
      : days <= 30
        ? '8-30'
        : days <= 90
          ? '31-90'
          : days <= 365
            ? '91-365'
            : '366+'
  }
const whose = (row: Row) => text(row, 'customerId') ?? `~${text(row, 'customerName') ?? ''}`
const customer = (row: Row) => (whose(row) === '~' ? '' : whose(row))
const inYear =
  (name: string) =>
  (row: Row, { year }: Context) =>
    (text(row, name) ?? '').startsWith(year)
const is = (row: Row, ...states: string[]) => states.includes(text(row, 'status') ?? '')

const amount = field('amount')
const ofYear = { amount, keep: inYear('cycle') }
const monthOnly = (name: string) => (row: Row) => text(row, name)?.slice(5, 7)
const yearOnly = (name: string) => (row: Row) => text(row, name)?.slice(0, 4)
const overYears: Rule = each(monthOnly('cycle'), { line: yearOnly('cycle'), amount })

/** Spending of one grain: the finest of each month, then the one with more rows, then the first by name. */
function oneGrain(rows: readonly Row[], dimension?: string): Row[] {
  const dims = (grain: string) => grain.split('+').filter((name) => name !== '' && name !== '*')
  const says = (grain: string) =>
    dimension === undefined ||
    dims(grain).includes(dimension) ||
    (['association', 'manager'].includes(dimension) && dims(grain).includes('customer'))
  return [...new Set(rows.map(orUnsaid('month')))].flatMap((name) => {
    const own = rows.filter((row) => orUnsaid('month')(row) === name)
    const grains = [...new Set(own.map(orUnsaid('grain')))].filter(says)
    const count = (grain: string) => own.filter((row) => orUnsaid('grain')(row) === grain).length
    const [best] = grains.sort(
      (a, b) => dims(b).length - dims(a).length || count(b) - count(a) || (a < b ? -1 : 1),
    )
    return own.filter((row) => best !== undefined && orUnsaid('grain')(row) === best)
  })
}
const spent = (row: Row) => text(row, 'amountDue') ?? text(row, 'amount') ?? text(row, 'amountPaid')
const split = (row: Row, { split: by = 'serviceName' }: Context) =>
  by === 'customer' ? customer(row) : (text(row, by) ?? '')
const dimension = ({ split: by = 'serviceName' }: Context) =>
  by === 'serviceName' ? 'service' : by
const grained =
  (rule: Rule, by: (context: Context) => string | undefined = () => undefined): Rule =>
  (rows, context) =>
    rule(oneGrain(rows, by(context)), context)
const back = (name: string, months: number) => {
  const date = new Date(`${name}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 7)
}

const open = (row: Row) => !is(row, 'expired', 'used', 'reclaimed')
const unused = (
  place: (row: Row, context: Context) => string | undefined,
  line?: (row: Row) => string,
) => each(place, { ...(line ? { line } : {}), amount: field('balance'), keep: open })
/** What became of the face value of each coupon. */
const ladder =
  (place: (row: Row) => string | undefined): Rule =>
  (rows, { currency, now }) =>
    rows.flatMap((row) => {
      const [face, where] = [text(row, 'faceValue'), place(row)]
      if (!isAmount(face) || where === undefined || row.currency !== currency) return []
      const [all, said] = [millionths(face), text(row, 'balance')]
      const rest = is(row, 'used') ? 0n : isAmount(said) ? millionths(said) : all
      const left = rest > all ? all : rest
      const over = (at(row, 'expiresAt') ?? Infinity) < now
      const fate = is(row, 'reclaimed')
        ? 'reclaimed'
        : is(row, 'expired') || over
          ? 'expired'
          : 'unused'
      return [
        { place: where, line: 'used', units: all - left },
        { place: where, line: fate, units: left },
      ].filter(({ units }) => units > 0n)
    })
const quotas: Rule = (rows, { currency }) =>
  rows.flatMap((row) => {
    const [value, balance] = [text(row, 'quotaValue'), text(row, 'balance')]
    if (!isAmount(value) || !isAmount(balance) || row.currency !== currency) return []
    const left = millionths(balance)
    const place = text(row, 'type') ?? ''
    return [
      { place, line: 'given', units: millionths(value) - left },
      { place, line: 'left', units: left },
    ].filter(({ units }) => units > 0n)
  })

const renews = (row: Row) => {
  const policy = text(row, 'expiryPolicy')
  return policy === undefined ? '' : policy === 'auto-renew' ? 'auto' : 'manual'
}
const living = (row: Row) => !is(row, 'closed')
const orphans: Rule = (rows, context) =>
  each(orUnsaid('serviceName'), {
    keep: (row) =>
      living(row) &&
      text(row, 'mainResourceId') !== undefined &&
      !rows.some((main) => main.resourceId === row.mainResourceId) &&
      row.mainResourceId !== row.resourceId,
  })(rows, context)
const packageUse: Rule = (rows) =>
  rows
    .filter((row) => !is(row, 'expired', 'unsubscribed'))
    .flatMap((row) => (row.items ?? []) as { total: string; remaining: string }[])
    .map(({ total, remaining }) => {
      const fifths = (5 * (Number(total) - Number(remaining))) / Number(total)
      const from = Math.max(0, Math.floor(fifths + 1e-9)) * 20
      return { place: fifths >= 5 ? '100' : `${from}-${from + 20}`, units: one }
    })
const fate = (row: Row, { now }: Context) => {
  if (row.downloadedAt !== undefined) return 'downloaded'
  if (is(row, 'failed', 'running')) return text(row, 'status')
  if (is(row, 'expired') || (at(row, 'expiresAt') ?? Infinity) <= now)
    return row.openedAt === undefined ? 'lapsed' : 'opened'
  if (!is(row, 'completed')) return undefined
  return row.openedAt === undefined ? 'waiting' : 'opened'
}
const undone = (row: Row) => !is(row, 'done', 'closed')

/** By the id of the chart. */
export const plainSums: Readonly<Record<string, Rule>> = {
  'incentive-trend': overYears,
  'incentive-cumulative': overYears,
  'incentive-status': each(field('cycle'), { ...ofYear, line: field('status') }),
  'incentive-customers': each(customer, ofYear),
  'incentive-products': each(orUnsaid('productType'), ofYear),
  'incentive-associations': each(orUnsaid('association'), ofYear),
  'incentive-plans': each(orUnsaid('planName'), ofYear),
  'incentive-resellers': each(orUnsaid('resellerName'), ofYear),
  'incentive-reps': each(orUnsaid('salesRep'), ofYear),
  bills: each(ending('confirmBy'), { amount, keep: (row) => is(row, 'pending') }),
  'spend-trend': grained(each(monthOnly('month'), { line: yearOnly('month'), amount: spent })),
  'spend-measures': grained((rows, context) =>
    [
      'amountDue',
      'amountPaid',
      'amount',
      'discountAmount',
      'refundAmount',
      'couponAmount',
      'cashCouponAmount',
      'debtAmount',
    ].flatMap((name) =>
      each(field('month'), { line: () => name, amount: field(name), keep: inYear('month') })(
        rows,
        context,
      ),
    ),
  ),
  'spend-split': grained(
    each(field('month'), { line: split, amount: spent, keep: inYear('month') }),
    dimension,
  ),
  distribution: grained(each(split, { amount: spent, keep: inYear('month') }), dimension),
  'spend-compare': grained(
    each(split, {
      line: field('month'),
      amount: spent,
      keep: (row, { lastMonth = '' }) =>
        lastMonth !== '' &&
        [0, 1, 12].some((months) => back(lastMonth, months) === text(row, 'month')),
    }),
    dimension,
  ),
  'spend-customers': grained(
    each(customer, { amount: spent, keep: inYear('month') }),
    () => 'customer',
  ),
  moves: grained(
    each(field('month'), {
      line: customer,
      amount: spent,
      keep: (row, { lastMonth = '' }) =>
        lastMonth !== '' &&
        [0, 1, 2, 3, 4, 5, 6].some((months) => back(lastMonth, months) === text(row, 'month')),
    }),
    () => 'customer',
  ),
  'coupon-days': unused((row, { now }) => {
    const ms = at(row, 'expiresAt')
    const on = ms === undefined ? '' : local(ms).slice(0, 10)
    const within = on >= local(now).slice(0, 10) && on <= local(now + 91 * day).slice(0, 10)
    return within ? on : undefined
  }),
  'coupon-windows': unused(ending('expiresAt'), orUnsaid('holder')),
  'coupon-months': unused(
    (row, { now }) => ((at(row, 'expiresAt') ?? 0) < now ? undefined : month('expiresAt')(row)),
    orUnsaid('holder'),
  ),
  'coupon-risk': unused((row, context) => {
    const window = ending('expiresAt')(row, context)
    return window === undefined || window === 'later' ? undefined : customer(row)
  }),
  'coupon-types': unused(orUnsaid('type')),
  quotas,
  'coupon-ladder': ladder(month('validFrom')),
  'coupon-plans': ladder(orUnsaid('planName')),
  'coupon-use-time': each(
    (row) => {
      const [from, to] = [at(row, 'validFrom'), at(row, 'usedAt')]
      if (from === undefined || to === undefined || to < from) return undefined
      return old('validFrom')(row, { now: to } as Context)
    },
    { line: field('holder'), keep: (row) => is(row, 'used') },
  ),
  'coupon-operations': each(month('operatedAt'), { line: field('operation'), amount }),
  'resource-expiry': each(ending('expiresAt'), { line: renews, keep: living }),
  renewals: each(
    (row, { now }) => {
      const ends = month('expiresAt')(row)
      const first = local(now).slice(0, 7)
      return ends !== undefined && ends >= first && ends <= back(first, -11) ? ends : undefined
    },
    { line: renews, keep: living },
  ),
  'resource-services': each(orUnsaid('serviceName')),
  'resource-regions': each(orUnsaid('region')),
  'resource-status': each(orUnsaid('status')),
  'resource-policies': each(orUnsaid('expiryPolicy')),
  'resource-ages': each(old('startedAt'), { line: field('billing'), keep: living }),
  orphans,
  packages: each(ending('expiresAt')),
  'package-use': packageUse,
  exports: each(fate),
  'export-months': each(month('requestedAt'), { line: fate }),
  'sales-tasks': each(orUnsaid('status')),
  'sales-ages': each(old('createdAt'), { line: field('status'), keep: undone }),
  'renewal-tasks': each(orUnsaid('status')),
  'renewal-windows': each(ending('expiresAt'), { line: field('status'), keep: undone }),
}
