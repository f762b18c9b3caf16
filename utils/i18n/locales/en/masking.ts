export const masking = {
  all: 'All columns',
  failed: 'That did not work; press the eye on the page',
  intro: 'A switch presses the console’s own eye for you, and the console records the look.',
  masked: 'Hidden',
  next: 'Open a list with hidden columns in Partner Center, for example: {menu}',
  noControl: 'This column has no eye to press',
  none: 'This page has no hidden columns.',
  rowsMasked: '{masked} of {rows} rows hidden',
  shown: 'Shown',
  shownFor: 'Shown; hidden again in {left}',
  working: 'Working…',
}
