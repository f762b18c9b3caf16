import type { ColumnChoice } from '@/utils/settings'
import type { Column } from './columns'

export const noChoice: Readonly<ColumnChoice> = { order: [], hidden: [], pinned: [] }

/** Columns as the user wants them: pinned ones first, then in the chosen order, hidden ones left out. */
export function chosenColumns(
  columns: readonly Column[],
  choice: ColumnChoice = noChoice,
): Column[] {
  const pinned = (name: string) => Number(!choice.pinned.includes(name))
  return inChosenOrder(columns, choice)
    .filter(({ name }) => !choice.hidden.includes(name))
    .sort((a, b) => pinned(a.name) - pinned(b.name))
}

/** All of them; those the user never moved keep their place between their neighbours. */
export function inChosenOrder(columns: readonly Column[], { order }: ColumnChoice): Column[] {
  const rank = new Map(order.map((name, at) => [name, at]))
  const moved = columns.filter(({ name }) => rank.has(name))
  moved.sort((a, b) => (rank.get(a.name) ?? 0) - (rank.get(b.name) ?? 0))
  let next = 0
  return columns.flatMap((column) => (rank.has(column.name) ? (moved[next++] ?? []) : column))
}

/** @param step -1 or 1 */
export function moved(
  columns: readonly Column[],
  choice: ColumnChoice,
  name: string,
  step: number,
): ColumnChoice {
  const names = inChosenOrder(columns, choice).map((column) => column.name)
  const from = names.indexOf(name)
  const to = from + step
  if (from < 0 || to < 0 || to >= names.length) return choice
  names.splice(to, 0, ...names.splice(from, 1))
  return { ...choice, order: names }
}

export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name]
