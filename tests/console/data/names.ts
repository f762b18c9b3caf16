/** Names of companies and people that could exist and do not; numbers and addresses from fake ranges. */
import type { Dice } from '../dice.ts'
import type { Book } from './book.ts'

const cities =
  '北京 上海 广州 深圳 杭州 成都 武汉 西安 南京 苏州 重庆 长沙 郑州 合肥 贵阳 青岛'.split(' ')
const marks =
  '云舟 启明 蓝海 星河 汇智 恒远 瑞博 天枢 翰林 明德 锦程 鼎新 华宇 联创 东篱 知行 博雅 安澜 百川 千帆'.split(
    ' ',
  )
const trades =
  '科技 信息技术 软件 网络 数据 智能制造 电子商务 教育科技 医疗科技 物流 文化传媒 新能源'.split(' ')
const surnames = '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗'.split(' ')
const givens =
  '伟 芳 娜 敏 静 磊 洋 艳 勇 军 杰 娟 涛 超 明 秀兰 建国 晓燕 志强 子涵 雨桐 浩然'.split(' ')
const latinMarks =
  'Merantau Lotus Harbour Andaman Cedar Sabang Kencana Meridian Solis Vantage'.split(' ')
const latinTrades = 'Digital Software Retail Logistics Media Energy Robotics Health'.split(' ')
const latinForms = 'Pte. Ltd.|Sdn. Bhd.|Co., Ltd.|S.A. de C.V.|PT'.split('|')
const latinPeople = 'Aisha Rahman|Tan Wei|Maria Lopez|Somchai Dee|Nadia Putri|John Okafor'.split(
  '|',
)

/** Different for every index, whatever the dice say: the number in the name counts. */
export function companyName(book: Book, throws: Dice, index: number): string {
  if (book.site === 'intl') {
    return `${throws.pick(latinMarks)} ${throws.pick(latinTrades)} ${index + 1} ${throws.pick(latinForms)}`
  }
  const number = index < 40 ? '' : hanNumber(index)
  const mark = marks[index % marks.length] ?? ''
  const city = cities[(index + Math.floor(index / 20)) % cities.length] ?? ''
  return `${city}${mark}${number}${throws.pick(trades)}有限公司`
}

export const personName = (book: Book, throws: Dice): string =>
  book.site === 'intl' ? throws.pick(latinPeople) : throws.pick(surnames) + throws.pick(givens)

/** 1380000xxxx is never given out; +999 is no country. */
export const phone = (book: Book, throws: Dice): string =>
  book.site === 'intl' ? `+999 5${throws.digits(8)}` : `1380000${throws.digits(4)}`

export const email = (throws: Dice, account: string): string =>
  `${throws.pick(['admin', 'ops', 'finance', 'z.wang', 'it'])}@${account.replaceAll('_', '-')}.example.com`

export function accountName(throws: Dice, index: number): string {
  const word = throws.pick(['hw', 'cloud', 'dev', 'prod', 'tech', 'de', 'yun'])
  return `${word}_${throws.pick(['corp', 'team', 'group', 'lab'])}${String(index + 1).padStart(4, '0')}`
}

const hanNumber = (index: number): string =>
  [...String(index)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')
