export const refusal = {
  archive: 'This is an archive, not a table. Unpack it and import the CSV or XLSX inside.',
  'cut-off':
    'The file is incomplete, maybe its download was cut off. Download it again, then import it.',
  empty: 'The file is empty. Export or download it again.',
  encrypted:
    'This workbook is protected by a password. Open it in Excel, save it without one, then import it.',
  'export-list': 'This is a list of exports, which is not imported from files.',
  'inflates-too-far':
    'Unpacked, the workbook is past the limit of 512 MB. Split it, or save it as CSV, then import it.',
  json: 'This is JSON data, not a table file. Export it as CSV or XLSX.',
  'login-page':
    'This is the web page of a sign-in form, not the export: the session had ended. Sign in again and download the file once more.',
  'no-header': 'No header was found in the file. Check that its first line names the columns.',
  'no-rows': 'The table is known, but none of its rows can be imported. The reasons are below.',
  'not-text': 'This is neither a text file nor an XLSX workbook and cannot be read.',
  'not-workbook':
    'The file is called XLSX but is no Excel workbook. Open it in Excel and save it as XLSX or CSV.',
  'old-workbook':
    'This is a workbook of an old Excel (.xls). Save it as XLSX or CSV in Excel, then import it.',
  pdf: 'This is a PDF, not a table. Export it as CSV or XLSX.',
  picture: 'This is a picture, not a table. Export it as CSV or XLSX.',
  'row-too-long':
    'A row is longer than 4 MB, mostly because a quotation mark is not closed. Check the file, then import it.',
  suspicious:
    'Unpacked, this workbook is over 100 times as large, which may be a trap. If it comes from the console or from you, it can be read all the same.',
  'text-too-large':
    'The file is past the limit of 2 GB. Split it by month or account, then import it.',
  'too-large':
    'The workbook is past the limit of 50 MB. Split it, or save it as CSV (up to 2 GB), then import it.',
  'too-many-cells':
    'The workbook is past the limit of 2,000 columns or 30,000,000 cells. Remove columns that are not needed, or save it as CSV.',
  'too-many-entries':
    'The workbook is past the limit of 200 files inside. Save it as CSV, then import it.',
  'too-many-rows':
    'The file is past the limit of 5,000,000 rows. Split it by month or account, then import it.',
  'too-slow':
    'Reading the workbook is past the limit of 60 seconds. Split it, or save it as CSV, then import it.',
  'unknown-table': 'The table in it is not one that is known.',
  'web-page': 'This is a web page, not the export. Download the file again in the console.',
}
