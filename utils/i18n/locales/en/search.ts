export const search = {
  all: 'Show the one | Show all {count}',
  commands: 'Commands',
  goTo: 'Go to: {view}',
  hint: 'Words and conditions: expires<30d, balance>1000, status:frozen, kind:coupon',
  nothing: 'Nothing was found. What the console has not shown yet is not here.',
  open: 'Search everything',
  openConsole: 'Open in the console: {title}',
  placeholder: 'Customer, resource, coupon, id …',
  presentOff: 'Presentation mode: off',
  presentOn: 'Presentation mode: cover everything personal',
  syncNow: 'Sync with the open API now',
  title: 'Search everything',
}
