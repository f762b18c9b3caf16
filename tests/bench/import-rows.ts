/* Charges as the console exports them, always the same: fifteen columns, about 190 bytes a row. */

export const header = [
  '账单明细ID',
  '账期',
  '客户ID',
  '客户名称',
  '客户账号名',
  '资源ID',
  '资源名称',
  '产品类型',
  '区域',
  '规格',
  '计费模式',
  '交易时间',
  '官网价(元)',
  '应付金额(元)',
  '现金支付(元)',
] as const

const services = ['弹性云服务器', '云硬盘', '对象存储服务', '弹性公网IP', '云数据库', '云容器引擎']
const regions = ['华北-北京四', '华东-上海一', '华南-广州', '亚太-新加坡']
const modes = ['包年/包月', '按需', '一次性']
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
const two = (value: number) => String(value).padStart(2, '0')

/** The cells of charge number `index`. */
export function chargeCells(index: number): string[] {
  // A fixed scramble: values must repeat as in life, not in step with the index.
  const mixed = (index * 2_654_435_761) % 4_294_967_296
  const customer = mixed % 1000
  const month = months[Math.floor(index / 8_400) % 12] ?? ''
  const price = (mixed % 1_000_000) / 100
  const hex = mixed.toString(16).padStart(8, '0')
  return [
    `CH${month.replace('-', '')}${String(index).padStart(10, '0')}`,
    month,
    `${hex.slice(0, 4)}c${String(customer).padStart(6, '0')}`,
    // Names of companies abroad hold commas, as in life.
    customer % 8 === 0 ? `"Sample ${customer}** Co., Ltd."` : `示例${customer}科技**公司`,
    `de***${customer}`,
    `${hex}-${hex.slice(2, 6)}-4e1b-9c7a-${String(index).padStart(12, '0')}`,
    `ecs-${customer}-${mixed % 9973}`,
    services[mixed % services.length] ?? '',
    regions[mixed % regions.length] ?? '',
    `s${mixed % 7}.large.${1 + (mixed % 4)}`,
    modes[mixed % modes.length] ?? '',
    `${month}-${two(1 + (mixed % 28))} ${two(mixed % 24)}:${two(mixed % 60)}:${two((mixed >> 3) & 31)}`,
    price.toFixed(2),
    (price * 0.8).toFixed(2),
    (price * 0.5).toFixed(2),
  ]
}

/** So many charges as the text of a CSV file. */
export function chargeFile(rows: number): string {
  const lines: string[] = [`\ufeff${header.join(',')}`]
  for (let index = 0; index < rows; index++) lines.push(chargeCells(index).join(','))
  return `${lines.join('\r\n')}\r\n`
}
