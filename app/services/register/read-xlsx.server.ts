import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { findHeader, guessColumns } from '#app/domain/register/import-columns.ts'
import type { RegisterFileRefusal } from '#app/domain/register/register-file-refusal.ts'
import { columnLetter, type Sheet, type SheetCell } from '#app/domain/register/sheet.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

/** What a workbook may unpack to. 5,000 units are 2 MB of XML; a small file that unpacks to more is an attack. */
const UNPACKED_BYTES = 48 * 1024 * 1024
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/|xl\/(?:_rels\/|workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml))/u

/**
 * Reads the sheet that looks most like a register. Only parts that carry cells are unpacked, none
 * of them further than it says of itself, and all of them together no further than the limit.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Sheet, RegisterFileRefusal>> {
  const parts = unpacked(bytes)
  if (!parts.ok) return parts
  if (!parts.value['xl/workbook.xml']) return refuse({ code: 'not-a-spreadsheet' })
  try {
    // Packed again without compression: the reader sees nothing that was not measured here.
    const measured = zipSync(parts.value, { level: 0 })
    const sheets = await readExcelFile(new Blob([measured.slice()]))
    const read = sheets.map(({ sheet, data }) => sheetFrom(sheet, data, parts.value))
    const named = (sheet: Sheet) =>
      Object.keys(guessColumns(findHeader(sheet)?.cells ?? [])).length
    const [best] = read.toSorted((one, other) => named(other) - named(one))
    return best ? ok(best) : refuse({ code: 'sheet-empty' })
  } catch {
    // The reader throws for XML that ends too early and for parts that are not there.
    return refuse({ code: 'file-damaged' })
  }
}

function unpacked(bytes: Uint8Array): Result<Unzipped, RegisterFileRefusal> {
  let size = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false
        size += originalSize
        return size <= UNPACKED_BYTES
      },
    })
    return size > UNPACKED_BYTES ? refuse({ code: 'unpacks-too-large' }) : ok(parts)
  } catch {
    return refuse({ code: 'file-damaged' })
  }
}

function sheetFrom(
  name: string,
  data: readonly (readonly unknown[])[],
  parts: Unzipped,
): Sheet {
  const { formulas, merged, errors } = flawsOf(xmlOf(name, parts))
  return {
    name,
    rows: data.map((cells, index) => ({
      line: index + 1,
      cells: cells.map((value, column) => {
        const at = `${columnLetter(column)}${index + 1}`
        const cell = cellFrom(value)
        if (formulas.has(at)) return { text: textIn(cell), flaw: 'formula' }
        const error = errors.get(at)
        if (error !== undefined) return { text: error, flaw: 'error-value' }
        return merged.has(at) ? { text: textIn(cell), flaw: 'merged' } : cell
      }),
    })),
  }
}

function textIn(cell: SheetCell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function cellFrom(value: unknown): SheetCell {
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), flaw: 'date' }
  if (typeof value === 'number') {
    // A spreadsheet keeps fifteen digits; what is behind them in a document number is lost.
    if (Math.abs(value) >= 1e15) return { text: String(value), flaw: 'digits-lost' }
    // 88.8 may be stored as 88.799999999999997.
    return String(Number(value.toPrecision(15)))
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : ''
}

/** The XML of a sheet by its name, through the workbook's list and its relations. */
function xmlOf(name: string, parts: Unzipped): string {
  const text = (path: string) => {
    const part = parts[path]
    return part ? strFromU8(part) : ''
  }
  for (const [tag] of text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/gu)) {
    if (unescaped(attribute(tag, 'name')) !== name) continue
    const id = attribute(tag, 'r:id')
    for (const [relation] of text('xl/_rels/workbook.xml.rels').matchAll(
      /<Relationship\b[^>]*>/gu,
    )) {
      if (attribute(relation, 'Id') !== id) continue
      const target = attribute(relation, 'Target').replace(/^\/?(?:xl\/)?/u, '')
      return text(`xl/${target}`)
    }
  }
  return ''
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? ''
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/gu, (_all, name: string) => entities[name] ?? '')
}

/** Cells with a formula, with an error, and those that a merge has swallowed, by their address. */
function flawsOf(xml: string) {
  const formulas = new Set<string>()
  if (/<f[\s>/]/u.test(xml)) {
    for (const cell of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+[0-9]+)"[^>]*?>\s*<f[\s>/]/gu)) {
      if (cell[1] !== undefined) formulas.add(cell[1])
    }
  }
  // The reader gives nothing for a cell that says #REF!.
  const errors = new Map<string, string>()
  for (const [tag, value = ''] of xml.matchAll(/<c\b[^>]*?\bt="e"[^>]*?>[^#]*?<v>([^<]*)/gu)) {
    errors.set(attribute(tag, 'r'), value)
  }
  const merged = new Set<string>()
  const ranges = /<mergeCell\b[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"/gu
  for (const [, left = '', top = '', right = '', bottom = ''] of xml.matchAll(ranges)) {
    const lastColumn = Math.min(columnNumber(right), columnNumber(left) + 60)
    const lastLine = Math.min(Number(bottom), Number(top) + 20_000)
    for (let line = Number(top); line <= lastLine; line += 1) {
      for (let column = columnNumber(left); column <= lastColumn; column += 1) {
        if (line === Number(top) && column === columnNumber(left)) continue
        merged.add(`${columnLetter(column)}${line}`)
      }
    }
  }
  return { formulas, merged, errors }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
