/**
 * How the console hides a value: at the server, so that the full one never travels unasked.
 * No document shows a masked value (section 6 of DOMAIN.md); these are the forms common on the vendor's sites.
 */
export type Mask = 'company' | 'person' | 'account' | 'phone' | 'email' | 'all'

export function mask(value: string, as: Mask): string {
  if (value === '') return ''
  switch (as) {
    case 'company':
      return /\p{Script=Han}/u.test(value)
        ? `${value.slice(0, 2)}**${value.slice(-4)}`
        : `${value.slice(0, 2)}***`
    case 'person':
      return `${value.slice(0, 1)}**`
    case 'account':
      return `${value.slice(0, 2)}***${value.slice(-2)}`
    case 'phone':
      return value.length < 8 ? '****' : `${value.slice(0, 3)}****${value.slice(-4)}`
    case 'email':
      return value.replace(/^(.).*@(?:.*\.)?(?=example\.com$)/, '$1***@')
    case 'all':
      return '***'
  }
}
