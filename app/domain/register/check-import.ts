import type { UnitRow } from './read-unit-row.ts'
import { readUnitRow } from './read-unit-row.ts'
import {
  compareRegister,
  doorKey,
  type KnownOwnerDetail,
  type KnownUnit,
  type RegisterComparison,
} from './compare-register.ts'
import {
  findHeader,
  NEEDED_FIELDS,
  type ColumnMatch,
  type RegisterField,
} from './import-columns.ts'
import type { ImportNote, ImportProblem } from './import-problem.ts'
import type { Sheet } from './sheet.ts'

export type CheckedImport = {
  /** Columns without which nothing can be read. Then there is nothing else here. */
  missingColumns: RegisterField[]
  /** Rows of the file below its header. */
  rows: number
  problems: ImportProblem[]
  notes: ImportNote[]
  /** Lines left out on purpose. */
  setAside: number[]
  /** What would be written; whole only while there are no problems. */
  comparison: RegisterComparison
}

/**
 * Reads a sheet as a register: every problem by line and field, and what would change. Rows that
 * were set aside are not looked at. Nothing is written here.
 */
export function checkImport(
  sheet: Sheet,
  columns: ColumnMatch,
  setAside: ReadonlySet<number>,
  register: {
    units: readonly KnownUnit[]
    owners: readonly KnownOwnerDetail[]
    buildings: readonly string[]
  },
): CheckedImport {
  const header = findHeader(sheet)?.line ?? 0
  const below = sheet.rows.filter(({ line }) => line > header)
  const missingColumns = NEEDED_FIELDS.filter((field) => columns[field] === undefined)
  const rows = missingColumns.length > 0 ? [] : below.filter(({ line }) => !setAside.has(line))

  const problems: ImportProblem[] = []
  const notes: ImportNote[] = []
  const sound: UnitRow[] = []
  const firstLine = new Map<string, number>()
  for (const row of rows) {
    const read = readUnitRow(row, columns)
    notes.push(...read.notes)
    const found = [...read.problems]
    const door = doorKey(read.unit)
    const other = firstLine.get(door)
    if (read.unit.building !== '' && read.unit.room !== '') {
      if (other === undefined) firstLine.set(door, row.line)
      else {
        const at = { line: row.line, field: 'room' as const, found: read.unit.room }
        found.push({ ...at, code: 'door-listed-twice', other })
      }
    }
    if (found.length === 0) sound.push(read.unit)
    problems.push(...found)
  }
  const comparison = compareRegister(sound, register)
  problems.push(...ambiguities(comparison))
  return {
    missingColumns,
    rows: below.length,
    problems: problems.toSorted((one, other) => one.line - other.line),
    notes,
    setAside: below.flatMap(({ line }) => (setAside.has(line) ? [line] : [])),
    comparison,
  }
}

function ambiguities({ match, mentions }: RegisterComparison): ImportProblem[] {
  return match.ambiguous.flatMap(({ mention, other }) => {
    const here = mentions[mention]
    const there = other === null ? undefined : mentions[other]
    if (!here) return []
    const problem: ImportProblem = {
      line: here.line,
      field: 'idTails',
      code: 'owner-ambiguous',
      found: here.mention.name,
    }
    return [there ? { ...problem, other: there.line } : problem]
  })
}
