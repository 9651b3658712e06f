import { findHeader, type ColumnMatch } from '#app/domain/register/import-columns.ts'
import type { ImportNoteCode } from '#app/domain/register/import-problem.ts'
import type { OpenImport } from '#app/domain/register/import-view.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { textOf } from '#app/domain/register/sheet.ts'
import { countsOf, type ViewedImport } from './import-register.server.ts'

const PROBLEMS_A_PAGE = 200
/** As many as somebody reads; the numbers beside them count all. */
const MOST_DOORS = 50

/**
 * What a page shows of an import that is open: counts of all, one page of the problems and the
 * first of each other list.
 *
 * @param asked - the page of problems, from 1; one that is none shows the nearest.
 */
export function openImportView(
  columns: ColumnMatch,
  { sheet, checked }: NonNullable<ViewedImport['open']>,
  asked = 1,
): OpenImport {
  const problemPages = Math.max(1, Math.ceil(checked.problems.length / PROBLEMS_A_PAGE))
  const problemPage = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), problemPages) : 1
  const counted = new Map<ImportNoteCode, number>()
  for (const { code } of checked.notes) counted.set(code, (counted.get(code) ?? 0) + 1)
  const { units, newBuildings, notInFile } = checked.comparison
  const changed = units.flatMap(({ row, changes }) =>
    changes !== null && changes.length > 0 ? [{ door: doorOf(row), changes }] : [],
  )
  return {
    rows: checked.rows,
    columns,
    header: (findHeader(sheet)?.cells ?? []).map((cell) => textOf(cell).slice(0, 30)),
    missingColumns: checked.missingColumns,
    problems: checked.problems.slice(
      (problemPage - 1) * PROBLEMS_A_PAGE,
      problemPage * PROBLEMS_A_PAGE,
    ),
    problemCount: checked.problems.length,
    problemPage,
    problemPages,
    notes: [...counted].map(([code, count]) => ({ code, count })),
    setAside: checked.setAside.length,
    counts: countsOf(checked),
    newBuildings,
    changed: changed.slice(0, MOST_DOORS),
    notInFile: {
      doors: notInFile.slice(0, MOST_DOORS).map(doorOf),
      count: notInFile.length,
    },
  }
}
