const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

/** The middle one. */
export const median = (values: readonly number[]): number =>
  sorted(values)[values.length >> 1] ?? Number.NaN

/** Median with the least and the most, in ms. */
export function spread(values: readonly number[]): string {
  const all = sorted(values)
  return `${median(all).toFixed(1)} ms (${all[0]?.toFixed(1)} to ${all.at(-1)?.toFixed(1)})`
}

/** Beside the line that is read by machines. */
export const aside = (text: string): void => console.error(text)
