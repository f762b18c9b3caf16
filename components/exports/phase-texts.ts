import type { Phase } from '@/stores/fetch-file'
import type { TextKey } from '@/utils/i18n/keys'

export const phaseTexts: Readonly<Record<Phase, TextKey>> = {
  waiting: 'exports.phaseWaiting',
  looking: 'exports.phaseLooking',
  running: 'exports.phaseRunning',
  again: 'exports.phaseAgain',
  pressed: 'exports.phasePressed',
  missing: 'exports.phaseMissing',
  problem: 'exports.phaseProblem',
  'bad-link': 'exports.phaseBadLink',
  'not-https': 'exports.phaseBadLink',
  'off-list': 'exports.phaseOffList',
  expired: 'exports.phaseExpired',
  'signed-out': 'exports.phaseSignedOut',
  network: 'exports.phaseNetwork',
  server: 'exports.phaseServer',
  cut: 'exports.phaseCut',
  empty: 'exports.phaseEmpty',
  'no-file': 'exports.phaseNoFile',
  size: 'exports.phaseSize',
  disk: 'exports.phaseDisk',
  cancelled: 'exports.phaseCancelled',
  blocked: 'exports.phaseBlocked',
}
