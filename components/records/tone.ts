/** How a status is coloured; the word says the same, colour never stands alone. */
const tones: Readonly<Record<string, 'good' | 'warn' | 'bad'>> = {
  usable: 'good',
  normal: 'good',
  active: 'good',
  completed: 'good',
  paid: 'good',
  done: 'good',
  ok: 'good',
  grace: 'warn',
  adjusting: 'warn',
  changing: 'warn',
  pending: 'warn',
  running: 'warn',
  paying: 'warn',
  doing: 'warn',
  open: 'warn',
  frozen: 'bad',
  failed: 'bad',
  invalid: 'bad',
}
export const toneOf = (slug: unknown): 'plain' | 'good' | 'warn' | 'bad' =>
  (typeof slug === 'string' ? tones[slug] : undefined) ?? 'plain'
