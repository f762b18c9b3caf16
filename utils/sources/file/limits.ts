/** Why a file is refused, in machine words; the page says it in the reader's language. */
export type FileProblem =
  | 'too-large'
  | 'text-too-large'
  | 'inflates-too-far'
  | 'too-many-entries'
  | 'too-many-rows'
  | 'too-many-cells'
  | 'too-slow'
  | 'row-too-long'
  /** Far larger inside than outside: may be sound, so only asks. */
  | 'suspicious'
  | 'not-text'
  | 'not-workbook'
  | 'cut-off'
  | 'encrypted'
  | 'old-workbook'
  | 'login-page'
  | 'web-page'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'json'
  | 'empty'

/** What an import may cost at most (IMP-01): a workbook is held whole, a separated file is streamed. */
export const limits = {
  workbookBytes: 50 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  entries: 200,
  cells: 30_000_000,
  columns: 2_000,
  rows: 5_000_000,
  rowLength: 4 * 1024 * 1024,
  textBytes: 2 * 1024 ** 3,
  /** For a workbook; a separated file has none while it advances. */
  ms: 60_000,
  /** Inflated to packed, above which a workbook only asks. */
  ratio: 100,
} as const

/** A file that is refused; the message is for the log and holds no value of the file. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  constructor(readonly problem: FileProblem) {
    super(`The file is refused: ${problem.replaceAll('-', ' ')}.`)
  }
}
