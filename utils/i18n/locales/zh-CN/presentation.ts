export const presentation = {
  amounts: '金额也遮住',
  lead: '共享屏幕前打开：遮住个人信息并关上所有小眼睛（Alt+Shift+P）',
  name: '演示模式',
  on: '个人信息已遮住，直到您关闭此模式',
}
