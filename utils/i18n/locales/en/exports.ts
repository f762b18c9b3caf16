export const exports = {
  downloaded: 'Downloaded',
  lapsed: 'File has lapsed',
  lapses: '{left} left',
  notDownloaded: 'Not downloaded',
  open: 'Go to its export page',
  opened: 'Download opened',
  requested: 'Requested {time}',
  unnamed: 'Export task',
}
