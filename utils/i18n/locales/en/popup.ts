export const popup = {
  billsSoon: 'Incentive bills confirming themselves within 7 days',
  emptyBody: 'Open the coupon pages of Partner Center and the balances show here.',
  emptyTitle: 'No coupon data yet',
  expiring: 'Next to expire',
  expiringNone: 'No coupon expires soon.',
  exportsNone: 'No export lapses within 24 hours.',
  exportsSoon: 'Exports lapsing within 24 hours',
  here: 'Use on this page',
  hereAdd: 'Switch on at {origin}',
  hereAsk: 'Allow reading huaweicloud.com pages',
  hereBody:
    'This is a Huawei Cloud page on which Partner Lens is not on yet. The browser will ask you for permission.',
  hereDone: 'Switched on. Reload the page.',
  hereHidden: 'Partner Center at another address?',
  hereHiddenBody:
    'Without permission the browser does not tell Partner Lens the address of the page in front. If Partner Center is at another address of huaweicloud.com, allow it first, then switch that page on.',
  hereNo: 'The permission was not given; nothing was changed.',
  hereOther: 'The page in front is not on huaweicloud.com; nothing was changed.',
  openPanel: 'Open side panel',
  search: 'Search',
  searchFor: 'Customer, resource, coupon, id …',
}
