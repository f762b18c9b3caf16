/** Why a file is refused, in machine words; the page says it in the reader's language. */
export type FileProblem =
  | 'too-large'
  | 'too-many-entries'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'not-text'
  | 'not-workbook'
  | 'row-too-long'

/** What an import may cost at most (IMP-01): a workbook is held whole, a separated file is streamed. */
export const limits = {
  workbookBytes: 50 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  entries: 200,
  cells: 30_000_000,
  columns: 2_000,
  rows: 5_000_000,
  rowLength: 4 * 1024 * 1024,
} as const

/** A file that is refused; the message is for the log and holds no value of the file. */
export class RefusedFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(`The file is refused: ${problem.replaceAll('-', ' ')}.`)
  }
}
