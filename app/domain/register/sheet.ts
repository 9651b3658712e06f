/** What is wrong with a cell before anybody reads what it says. */
// digits-lost: a number longer than the fifteen digits that a spreadsheet keeps.
export type CellFlaw = 'formula' | 'merged' | 'date' | 'error-value' | 'digits-lost'

/** A cell as text. With a flaw it is not used, and `text` is what the sheet shows. */
export type SheetCell = string | { text: string; flaw: CellFlaw }

/** A sheet as it was read from a file, whatever the file was. */
export type Sheet = {
  name: string
  /** `line` as the spreadsheet numbers it, from 1. Empty lines are left out. */
  rows: { line: number; cells: SheetCell[] }[]
}

export function textOf(cell: SheetCell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text
}

/** A, B … Z, AA: what the spreadsheet calls a column that is counted from 0. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : columnLetter(rest - 1) + letter
}
