import Papa from 'papaparse'
import type { RegisterFileRefusal } from '#app/domain/register/register-file-refusal.ts'
import type { Sheet, SheetCell } from '#app/domain/register/sheet.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

/**
 * Reads a CSV file as Excel and WPS write it: UTF-8 or UTF-16 with a mark, UTF-8 without one, or
 * GB18030, which a Chinese Excel writes; parted by commas, semicolons or tabs.
 */
export function readCsv(bytes: Uint8Array): Result<Sheet, RegisterFileRefusal> {
  const text = decoded(bytes)
  if (text === null) return refuse({ code: 'not-a-spreadsheet' })
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false })
  // A quote that is never closed: the file ends in the middle of a cell.
  if (errors.some(({ type }) => type === 'Quotes')) return refuse({ code: 'file-damaged' })
  const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellFrom) }))
  return ok({ name: '', rows })
}

function decoded(bytes: Uint8Array): string | null {
  const text = textOf(bytes)
  // Nothing that people type into a sheet has control characters in it.
  return text !== null && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? text : null
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const DATE =
  /^(?:[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z][a-z]{2})$/u
const ERROR = /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NULL|NUM|SPILL|CALC)[!?]?$/u

/** What Excel made of a cell before it wrote it: a date, an error, a number without its end. */
function cellFrom(text: string): SheetCell {
  const plain = text.trim()
  if (DATE.test(plain)) return { text: plain, flaw: 'date' }
  if (ERROR.test(plain)) return { text: plain, flaw: 'error-value' }
  if (/^[0-9](?:\.[0-9]+)?E\+[0-9]{2,}$/iu.test(plain)) {
    return { text: plain, flaw: 'digits-lost' }
  }
  // ="0012" is how a text that looks like a number survives Excel.
  const kept = /^="([^"]*)"$/.exec(plain)
  if (kept) return kept[1] ?? ''
  if (/^=/.test(plain)) return { text: plain, flaw: 'formula' }
  // The apostrophe that our own export puts before what a spreadsheet would take for a formula.
  return /^'[=+\-@\t\r]/.test(plain) ? plain.slice(1) : text
}
