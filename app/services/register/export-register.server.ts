import Papa from 'papaparse'
import writeExcelFile from 'write-excel-file/node'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { REGISTER_FIELDS } from '#app/domain/register/import-columns.ts'
import { byDoor } from '#app/domain/register/register-unit.ts'
import { registerTable, TEMPLATE_ROWS } from '#app/domain/register/register-table.ts'
import type { Database } from '#db/database.ts'
import { communityOfCompound } from './counting-policy.server.ts'
import { knownRegister } from './known-register.server.ts'

export type SpreadsheetKind = 'xlsx' | 'csv'

/** The register as a file that an import reads back without a change; null when it is not theirs. */
export async function exportRegister(
  { db }: { db: Database },
  viewer: StaffViewer,
  compoundId: string,
  kind: SpreadsheetKind,
): Promise<Uint8Array | null> {
  if ((await communityOfCompound(db, viewer, compoundId)) === null) return null
  const known = await knownRegister(db, compoundId)
  const owners = new Map(known.owners.map((owner) => [owner.id, owner]))
  const units = known.units
    .filter(({ retired }) => !retired)
    .map((unit) => ({
      ...unit,
      buildingPosition: known.buildings.get(unit.building)?.position ?? 0,
      owners: unit.owners.flatMap(({ ownerId, designated }) => {
        const owner = owners.get(ownerId)
        return owner ? [{ ...owner, designated }] : []
      }),
    }))
    .toSorted(byDoor)
  return written(registerTable(units), kind)
}

/** An empty register with rows that show how it is meant. */
export function registerTemplate(kind: SpreadsheetKind): Promise<Uint8Array> {
  const [header = []] = registerTable([])
  return written([header, ...TEMPLATE_ROWS.map((row) => [...row])], kind)
}

async function written(table: string[][], kind: SpreadsheetKind): Promise<Uint8Array> {
  if (kind === 'csv') {
    // With a mark, or Excel takes UTF-8 for the system's own encoding. A cell that begins like a
    // formula gets an apostrophe, so that no spreadsheet runs it.
    const text = Papa.unparse(table, { escapeFormulae: true, newline: '\r\n' })
    return new TextEncoder().encode(`\ufeff${text}`)
  }
  const areas = new Set<number>(
    REGISTER_FIELDS.flatMap((field, column) => (field.startsWith('area') ? [column] : [])),
  )
  const cells = table.map((row, line) =>
    row.map((text, column) => {
      if (text === '') return null
      if (line === 0) return { value: text, fontWeight: 'bold' as const }
      // Text stays text: a room such as 3-1 never becomes a date, a document ending keeps its zeros.
      return areas.has(column)
        ? { value: Number(text), type: Number, format: '0.00' }
        : { value: text, type: String }
    }),
  )
  return new Uint8Array(await writeExcelFile(cells, { stickyRowsCount: 1 }).toBuffer())
}
