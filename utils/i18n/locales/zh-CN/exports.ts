export const exports = {
  assumed: '{time} 失效（按保留时间推算）',
  downloaded: '已下载',
  lapsed: '文件已失效',
  lapses: '剩余 {left}',
  notDownloaded: '未下载',
  open: '前往导出记录页',
  opened: '已点开下载',
  requested: '申请于 {time}',
  sure: '{time} 失效（控制台给出）',
  unnamed: '导出任务',
}
