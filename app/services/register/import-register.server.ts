import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { checkImport, type CheckedImport } from '#app/domain/register/check-import.ts'
import {
  findHeader,
  guessColumns,
  type ColumnMatch,
} from '#app/domain/register/import-columns.ts'
import type { ImportProgress } from '#app/domain/register/import-progress.ts'
import type { RegisterFileRefusal } from '#app/domain/register/register-file-refusal.ts'
import type { Sheet } from '#app/domain/register/sheet.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { registerImports } from '#db/schema/register.ts'
import { communityOfCompound } from './counting-policy.server.ts'
import { knownRegister, type KnownRegister } from './known-register.server.ts'
import { readRegisterFile } from './read-register-file.server.ts'
import { writeRegister } from './write-register.server.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }
type ImportRow = typeof registerImports.$inferSelect

/**
 * Takes a file of the register in: read, columns guessed, nothing written but the file's own cells,
 * which are dropped when it is applied or discarded. The same `importId` again is the same import.
 */
export async function startImport(
  { db, now }: Lent,
  viewer: StaffViewer,
  {
    importId,
    compoundId,
    fileName,
    bytes,
  }: { importId: string; compoundId: string; fileName: string; bytes: Uint8Array },
): Promise<Result<{ importId: string }, RegisterFileRefusal | { code: 'no-such-compound' }>> {
  const communityId = await communityOfCompound(db, viewer, compoundId)
  if (communityId === null) return refuse({ code: 'no-such-compound' })
  const read = await readRegisterFile(bytes)
  if (!read.ok) return read
  const sheet = read.value
  await db
    .insert(registerImports)
    .values({
      id: importId,
      ...{ communityId, compoundId, sheet },
      fileName: fileName.slice(0, 120),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'checked',
      columns: guessColumns(findHeader(sheet)?.cells ?? []),
      setAside: [],
      rows: sheet.rows.length,
      createdBy: viewer.name,
      createdAt: now(),
    })
    .onConflictDoNothing()
  return ok({ importId })
}

export type ViewedImport = {
  row: Omit<ImportRow, 'sheet'>
  /** Null once it is applied or discarded: the cells are gone. */
  open: { sheet: Sheet; checked: CheckedImport } | null
}

/** An import as it stands, checked against the register as it is now; null when it is not there. */
export async function viewImport(
  { db }: { db: Database },
  viewer: StaffViewer,
  importId: string,
): Promise<ViewedImport | null> {
  const [found] = await db
    .select()
    .from(registerImports)
    .where(eq(registerImports.id, importId))
  if (!found || !can(viewer, 'keep-register', found)) return null
  const { sheet, ...row } = found
  if (!isSheet(sheet)) return { row, open: null }
  const checked = checkAgainst(sheet, found, await knownRegister(db, found.compoundId))
  return { row, open: { sheet, checked } }
}

export type ChangeImportRefusal = {
  code: 'no-such-import' | 'import-finished' | 'import-changed-meanwhile'
}

/** Corrects which column is which, or leaves rows out. The page says which state it had before it. */
export async function changeImport(
  { db }: { db: Database },
  viewer: StaffViewer,
  {
    importId,
    revision,
    ...change
  }: { importId: string; revision: number; columns?: ColumnMatch; setAside?: number[] },
): Promise<Result<null, ChangeImportRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdImport(tx, viewer, importId)
    if (!held.ok) return held
    if (held.value.revision !== revision) return refuse({ code: 'import-changed-meanwhile' })
    await tx
      .update(registerImports)
      .set({ ...change, revision: revision + 1 })
      .where(eq(registerImports.id, importId))
    return ok(null)
  })
}

/** Leaves out every row that has a problem now. */
export async function setProblemsAside(
  { db }: { db: Database },
  viewer: StaffViewer,
  importId: string,
): Promise<Result<{ setAside: number }, ChangeImportRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdImport(tx, viewer, importId)
    if (!held.ok) return held
    const lines = new Set(held.value.setAside)
    const known = await knownRegister(tx, held.value.compoundId)
    // What a row was compared with may go with it, and its neighbour become sound or faulty.
    for (;;) {
      const { problems } = checkAgainst(
        held.sheet,
        { ...held.value, setAside: [...lines] },
        known,
      )
      if (problems.length === 0) break
      for (const { line } of problems) lines.add(line)
    }
    await tx
      .update(registerImports)
      .set({ setAside: [...lines], revision: held.value.revision + 1 })
      .where(eq(registerImports.id, importId))
    return ok({ setAside: lines.size })
  })
}

export type ApplyImportRefusal =
  | { code: 'no-such-import' | 'import-finished' | 'nothing-to-write' | 'columns-missing' }
  | { code: 'problems-left'; problems: number }

/**
 * Writes a clean import into the register, all of it or nothing. It is compared once more inside
 * the transaction, with the compound locked: two imports follow each other.
 */
export async function applyImport(
  lent: Lent,
  viewer: StaffViewer,
  importId: string,
  tell?: (progress: ImportProgress) => void,
): Promise<Result<{ added: number; changed: number; unchanged: number }, ApplyImportRefusal>> {
  return lent.db.transaction(async (tx) => {
    const held = await holdImport(tx, viewer, importId)
    if (!held.ok) return held
    const { communityId, compoundId } = held.value
    await tx
      .select({ id: places.id })
      .from(places)
      .where(eq(places.id, compoundId))
      .for('update')
    const known = await knownRegister(tx, compoundId)
    const checked = checkAgainst(held.sheet, held.value, known)
    if (checked.missingColumns.length > 0) return refuse({ code: 'columns-missing' })
    if (checked.problems.length > 0) {
      return refuse({ code: 'problems-left', problems: checked.problems.length })
    }
    if (checked.comparison.units.length === 0) return refuse({ code: 'nothing-to-write' })
    await writeRegister(tx, lent, { communityId, compoundId, known }, checked.comparison, tell)
    const counts = countsOf(checked)
    await tx
      .update(registerImports)
      .set({ state: 'applied', sheet: null, ...counts, finishedAt: lent.now() })
      .where(eq(registerImports.id, importId))
    return ok(counts)
  })
}

/** Gives an import up; what was read of the file is dropped. */
export async function discardImport(
  { db, now }: { db: Database; now: () => Date },
  viewer: StaffViewer,
  importId: string,
): Promise<Result<null, ChangeImportRefusal>> {
  return db.transaction(async (tx) => {
    const held = await holdImport(tx, viewer, importId)
    if (!held.ok) return held
    await tx
      .update(registerImports)
      .set({ state: 'discarded', sheet: null, finishedAt: now() })
      .where(and(eq(registerImports.id, importId), eq(registerImports.state, 'checked')))
    return ok(null)
  })
}

export function countsOf({ comparison }: CheckedImport) {
  const { units } = comparison
  const added = units.filter(({ changes }) => changes === null).length
  const unchanged = units.filter(({ changes }) => changes?.length === 0).length
  return { added, unchanged, changed: units.length - added - unchanged }
}

async function holdImport(tx: Database, viewer: StaffViewer, importId: string) {
  const [row] = await tx
    .select()
    .from(registerImports)
    .where(eq(registerImports.id, importId))
    .for('update')
  if (!row || !can(viewer, 'keep-register', row)) return refuse({ code: 'no-such-import' })
  if (row.state !== 'checked' || !isSheet(row.sheet)) return refuse({ code: 'import-finished' })
  return { ...ok(row), sheet: row.sheet }
}

function checkAgainst(
  sheet: Sheet,
  { columns, setAside }: Pick<ImportRow, 'columns' | 'setAside'>,
  known: KnownRegister,
): CheckedImport {
  const { units, owners, buildings } = known
  return checkImport(sheet, columns, new Set(setAside), {
    ...{ units, owners },
    buildings: [...buildings.keys()],
  })
}

/** The column holds what `startImport` wrote, or null. */
function isSheet(value: unknown): value is Sheet {
  return typeof value === 'object' && value !== null && 'rows' in value
}
