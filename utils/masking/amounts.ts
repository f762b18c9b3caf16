import { shallowRef } from 'vue'

/** While presenting with amounts covered, our own pages show no figure of money; read by whoever formats one. */
export const amountsHidden = shallowRef(false)
