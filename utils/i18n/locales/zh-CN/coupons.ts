export const coupons = {
  apart: '三项分别统计，不相加。',
  atCustomers: '客户未使用的券',
  issued: '共 {count} 笔',
  nearest: '最近 {day} 到期',
  none: '无',
  own: '自有券',
  quota: '自有额度剩余',
  title: '可用余额',
}
