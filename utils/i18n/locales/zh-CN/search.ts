export const search = {
  all: '查看全部 {count} 条',
  commands: '操作',
  goTo: '前往：{view}',
  hint: '可输入文字和条件：expires<30d、balance>1000、status:冻结、kind:优惠券',
  nothing: '没有找到。控制台还没有显示过的内容不在这里。',
  open: '查找全部',
  openConsole: '在控制台打开：{title}',
  placeholder: '客户、资源、优惠券、ID……',
  presentOff: '关闭演示模式',
  presentOn: '演示模式：遮盖所有个人信息',
  syncNow: '立即与开放 API 同步',
  title: '查找全部',
}
