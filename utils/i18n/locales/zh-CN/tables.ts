export const tables = {
  age: '数据时间',
  coverage: '覆盖',
  export: '导出',
  failed: '没有导出成功，请再试一次。',
  filter: '筛选',
  kind: '内容',
  made: '导出时间',
  masked: '姓名、账号、电话和邮箱以脱敏形式导出。',
  shown: '当前显示的 {count} 行',
  source: '来源',
  whole: '全部 {count} 行',
}
