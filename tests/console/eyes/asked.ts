/** What the address asks this page to be. */
export type Kit = 'tiny' | 'element' | 'ant'
export type Form = 'header' | 'svg' | 'shadow' | 'cell' | 'page' | 'plain' | 'never' | 'iframe'

const search = new URLSearchParams(location.search)
export const kit = (search.get('kit') ?? 'tiny') as Kit
export const form = (search.get('form') ?? 'header') as Form
/** The same page, to be framed, with the eye in its headers. */
export const framed = `${location.pathname}?kit=${kit}&form=header`
