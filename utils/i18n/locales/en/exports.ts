export const exports = {
  assumed: 'Lapses {time} (worked out from the retention)',
  downloaded: 'Downloaded',
  lapsed: 'File has lapsed',
  lapses: '{left} left',
  notDownloaded: 'Not downloaded',
  open: 'Go to its export page',
  opened: 'Download opened',
  requested: 'Requested {time}',
  sure: 'Lapses {time} (as the console says)',
  unnamed: 'Export task',
}
