export const popup = {
  emptyBody: '打开伙伴中心的「券管理」页面后，这里会显示余额。',
  emptyTitle: '还没有优惠券数据',
  expiring: '即将到期',
  expiringNone: '没有即将到期的券。',
  exportsNone: '24 小时内没有失效的导出文件。',
  exportsSoon: '24 小时内失效的导出',
  here: '在此页面使用',
  hereAdd: '在 {origin} 上启用',
  hereAsk: '允许读取 huaweicloud.com 页面',
  hereBody: '这是华为云的页面，但伙伴透镜尚未在此启用。浏览器会请您确认权限。',
  hereDone: '已启用，请刷新该页面。',
  hereHidden: '伙伴中心在别的地址？',
  hereHiddenBody:
    '没有权限时，浏览器不会告诉伙伴透镜当前页面的地址。如果伙伴中心在 huaweicloud.com 的其他地址上，请先允许，再启用该页面。',
  hereNo: '权限没有授予，未作任何更改。',
  hereOther: '当前页面不在 huaweicloud.com 上，未作任何更改。',
  openPanel: '打开侧边栏',
}
