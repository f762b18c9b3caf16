export const reveal = {
  copied: '已复制完整的{field}',
  copy: '复制完整的{field}',
  copyBody: '其他程序可以读取剪贴板中的内容。此提示只出现一次。',
  copyTitle: '{field}在此处处于隐藏状态，仍要复制完整内容？',
  copyYes: '复制',
  gone: '控制台页面上已不再显示该内容。',
  hide: '隐藏{field}',
  show: '显示完整的{field}',
}
