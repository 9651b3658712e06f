import type { UnitChange } from './compare-register.ts'
import type { ColumnMatch, RegisterField } from './import-columns.ts'
import type { ImportNoteCode, ImportProblem } from './import-problem.ts'

/** What a page shows of a file before it is written. */
export type OpenImport = {
  rows: number
  columns: ColumnMatch
  /** What the file's header says, by column. */
  header: string[]
  missingColumns: RegisterField[]
  /** Those of one page; every one is on some page. */
  problems: ImportProblem[]
  problemCount: number
  problemPage: number
  problemPages: number
  notes: { code: ImportNoteCode; count: number }[]
  setAside: number
  counts: { added: number; changed: number; unchanged: number }
  newBuildings: string[]
  /** The first of them, by door. */
  changed: { door: string; changes: UnitChange[] }[]
  notInFile: { doors: string[]; count: number }
}
