export const presentation = {
  amounts: 'Cover amounts too',
  lead: 'Before you share the screen: covers everything personal and closes every eye (Alt+Shift+P)',
  name: 'Presentation mode',
  on: 'Everything personal is covered until you switch this off',
}
