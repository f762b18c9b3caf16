/** Which app answers for which host. Addresses: section 1.1 of DOMAIN.md. */
export type Host =
  { kind: 'console'; intl: boolean; name: string } | { kind: 'control' } | { kind: 'unknown' }

export function hostOf(header: string | undefined): Host {
  const name = (header ?? '').replace(/:\d+$/, '').toLowerCase()
  if (name === '127.0.0.1' || name === 'localhost') return { kind: 'control' }
  if (!name.endsWith('.huaweicloud.com')) return { kind: 'unknown' }
  return { kind: 'console', intl: name.split('.')[0]?.endsWith('-intl') ?? false, name }
}
