/** The place in the hash, followed as it changes. */
import { ref } from 'vue'
import { pages } from '../pages/index.ts'
import { hashTo, type Place, placeOf } from '../screen.ts'

const home = pages[0]

export const place = ref<Place | undefined>()

function follow(): void {
  if (home !== undefined && !location.hash.startsWith('#/')) location.replace(hashTo(home))
  place.value = placeOf(location.hash)
}

export function startRouter(): void {
  window.addEventListener('hashchange', follow)
  follow()
}
