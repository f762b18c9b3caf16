import type { Settings } from '@/utils/settings'

/** Gives the page the theme that is set; without one it has the system's. */
export function wear(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
