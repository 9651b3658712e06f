import type { RegisterFileRefusal } from '#app/domain/register/register-file-refusal.ts'
import type { Sheet } from '#app/domain/register/sheet.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { readCsv } from './read-csv.server.ts'
import { readXlsx } from './read-xlsx.server.ts'

/** A register of 20,000 units is under 2 MB. */
export const REGISTER_FILE_BYTES = 8 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 60

/**
 * Reads the sheet of a register from an .xlsx or .csv file. What the file calls itself is not
 * believed: its first bytes say what it is. A whole identity number never leaves this function.
 */
export async function readRegisterFile(
  bytes: Uint8Array,
): Promise<Result<Sheet, RegisterFileRefusal>> {
  if (bytes.byteLength === 0) return refuse({ code: 'file-empty' })
  if (bytes.byteLength > REGISTER_FILE_BYTES) return refuse({ code: 'file-too-large' })
  // The old .xls, and an .xlsx with a password, are both in Microsoft's compound file.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse({ code: 'old-xls' })
  const read = begins(bytes, [0x50, 0x4b]) ? await readXlsx(bytes) : readCsv(bytes)
  if (!read.ok) return read
  const rows = read.value.rows
    .filter(({ cells }) =>
      cells.some((cell) => (typeof cell === 'string' ? cell.trim() !== '' : cell.text !== '')),
    )
    .map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => (typeof cell === 'string' ? withoutWholeId(cell) : cell)),
    }))
  if (rows.length === 0) return refuse({ code: 'sheet-empty' })
  if (rows.length > MOST_ROWS) return refuse({ code: 'too-many-rows' })
  if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) {
    return refuse({ code: 'too-many-columns' })
  }
  return ok({ name: read.value.name, rows })
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Only the ending of an identity number is needed to tell two people of one name apart. */
function withoutWholeId(text: string): string {
  return text.replace(
    /(?<![0-9])[0-9]{14}([0-9]{3}[0-9Xx])(?![0-9])/gu,
    (_whole, ending: string) => `**************${ending}`,
  )
}
