export const tables = {
  age: 'Data from',
  coverage: 'Coverage',
  export: 'Export',
  failed: 'The export did not succeed: try again.',
  filter: 'Filter',
  kind: 'Content',
  made: 'Exported at',
  masked: 'Names, accounts, phones and e-mails are exported masked.',
  shown: 'The one row shown | The {count} rows shown',
  source: 'Source',
  whole: 'All {count} rows',
}
