import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { findHeader, guessColumns } from '#app/domain/register/import-columns.ts'
import type { RegisterFileRefusal } from '#app/domain/register/register-file-refusal.ts'
import { columnLetter, type Sheet, type SheetCell } from '#app/domain/register/sheet.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { columnNumber, reachOf } from './measure-sheet.server.ts'

/** What a workbook may unpack to. 5,000 units are 2 MB of XML; a small file that unpacks to more is an attack. */
const UNPACKED_BYTES = 48 * 1024 * 1024
/** Places the sheets may reach over: 20,000 units of 60 columns, and as many again. */
const MOST_CELLS = 2_400_000
/** A register merges the cells of a building at most. */
const MOST_MERGED = 200_000
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
  const trouble = sizeTrouble(parts.value)
  if (trouble) return refuse(trouble)
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

/** Sheets that would fill the memory, told by where their cells are said to be. */
function sizeTrouble(parts: Unzipped): RegisterFileRefusal | null {
  let cells = 0
  let merged = 0
  for (const [path, part] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/')) continue
    const xml = strFromU8(part)
    const reach = reachOf(xml)
    if (!reach) return { code: 'file-damaged' }
    cells += reach.lines * reach.columns
    merged += mergesOf(xml).reduce(
      (sum, { left, top, right, bottom }) =>
        sum + Math.max(0, right - left + 1) * Math.max(0, bottom - top + 1),
      0,
    )
  }
  return cells > MOST_CELLS || merged > MOST_MERGED ? { code: 'unpacks-too-large' } : null
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
  for (const [tag, value = ''] of xml.matchAll(
    /<c\b[^>]*?\bt="e"[^>]*?>(?:(?!<c\b)[^#])*?<v>([^<]*)/gu,
  )) {
    errors.set(attribute(tag, 'r'), value)
  }
  const merged = new Set<string>()
  for (const { left, top, right, bottom } of mergesOf(xml)) {
    for (let line = top; line <= bottom; line += 1) {
      for (let column = left; column <= right; column += 1) {
        if (line === top && column === left) continue
        merged.add(`${columnLetter(column)}${line}`)
      }
    }
  }
  return { formulas, merged, errors }
}

/** What is merged, as far as a register can reach. */
function mergesOf(xml: string) {
  const ranges = /<mergeCell\b[^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"/gu
  return [...xml.matchAll(ranges)].map(([, from = '', top = '', to = '', bottom = '']) => {
    const left = columnNumber(from)
    return {
      left,
      top: Number(top),
      right: Math.min(columnNumber(to), left + 60),
      bottom: Math.min(Number(bottom), Number(top) + 20_000),
    }
  })
}
