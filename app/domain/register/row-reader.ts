import type { ColumnMatch, RegisterField } from './import-columns.ts'
import type { ImportNote, ImportProblem, ImportProblemCode } from './import-problem.ts'
import type { SheetCell } from './sheet.ts'

/** Reads the cells of one row by field, and collects what is wrong with them. */
export type RowReader = {
  line: number
  has: (field: RegisterField) => boolean
  /** Tidied text; empty when the cell is, or when it has a flaw, which is then noted. */
  text: (field: RegisterField) => string
  problem: (field: RegisterField, code: ImportProblemCode, found?: string) => void
  note: (field: RegisterField, code: ImportNote['code'], found: string, as?: string) => void
}

const LONGEST = 60

/** A reader of one row, which writes what it finds wrong into `problems` and `notes`. */
export function rowReader(
  { line, cells }: { line: number; cells: readonly SheetCell[] },
  columns: ColumnMatch,
  problems: ImportProblem[],
  notes: ImportNote[],
): RowReader {
  const problem: RowReader['problem'] = (field, code, found = '') => {
    // A cell that could not be read is not also missing.
    if (problems.some((one) => one.field === field)) return
    problems.push({ line, field, code, found })
  }
  const note: RowReader['note'] = (field, code, found, as) => {
    notes.push({ line, field, code, found, ...(as === undefined ? {} : { as }) })
  }
  const text: RowReader['text'] = (field) => {
    const column = columns[field]
    const cell = column === undefined ? '' : (cells[column] ?? '')
    if (typeof cell !== 'string') {
      problem(field, cell.flaw, cell.text.slice(0, LONGEST))
      return ''
    }
    const tidy = tidied(cell)
    if (
      tidy.length > LONGEST &&
      field !== 'owners' &&
      field !== 'idTails' &&
      field !== 'phones'
    ) {
      problem(field, 'too-long', cell.slice(0, LONGEST))
      return ''
    }
    if (tidy !== cell) note(field, 'tidied', cell.slice(0, LONGEST), tidy)
    return tidy
  }
  return { line, has: (field) => columns[field] !== undefined, text, problem, note }
}

/** Full width as half, no blanks around, one blank within, nothing invisible. */
function tidied(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
}
