export const masking = {
  all: '全部字段',
  failed: '没有成功，请在页面上点击小眼睛',
  intro: '开关会代您按下控制台自己的「小眼睛」，控制台会记录这次查看。',
  masked: '已隐藏',
  next: '在伙伴中心打开带有隐藏字段的列表，例如：{menu}',
  noControl: '此列没有可按的小眼睛',
  none: '当前页面没有隐藏的字段。',
  rowsMasked: '{masked} / {rows} 行隐藏',
  shown: '显示中',
  shownFor: '显示中，{left}后恢复隐藏',
  working: '处理中…',
}
