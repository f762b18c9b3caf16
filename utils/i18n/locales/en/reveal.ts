export const reveal = {
  copied: '{field} copied in full',
  copy: 'Copy {field} in full',
  copyBody: 'Other programs can read what lies on the clipboard. You are asked once.',
  copyTitle: 'Copy {field} in full though it is hidden here?',
  copyYes: 'Copy',
  gone: 'It is not shown on the console’s page any more.',
  hide: 'Hide {field}',
  show: 'Show {field} in full',
}
