export const exports = {
  downloaded: '已下载',
  lapsed: '文件已失效',
  lapses: '剩余 {left}',
  notDownloaded: '未下载',
  open: '前往导出记录页',
  opened: '已点开下载',
  requested: '申请于 {time}',
  unnamed: '导出任务',
}
