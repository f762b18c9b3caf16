/**
 * Tells when a single-page console shows another page: hash, path, or title after it.
 * @param onChange called once a change with the address of before, after the console has set its new one
 */
export function watchRoute(signal: AbortSignal, onChange: (former: string) => void): void {
  let last = location.href
  const look = () => {
    if (location.href === last) return
    const former = last
    last = location.href
    onChange(former)
  }
  addEventListener('hashchange', look, { signal })
  addEventListener('popstate', look, { signal })
  // pushState has no event of its own; the Navigation API (Chrome 102) reports it to every world.
  const { navigation } = window as { navigation?: EventTarget }
  navigation?.addEventListener('navigatesuccess', look, { signal })
  navigation?.addEventListener('currententrychange', look, { signal })
}
