export const coupons = {
  apart: 'Three separate figures, never added up.',
  atCustomers: 'Unused at customers',
  issued: '{count} in all',
  nearest: 'Nearest expiry {day}',
  none: 'None',
  own: 'Own coupons',
  quota: 'Own quota left',
  title: 'Usable balances',
}
