import { parseMeasuredArea } from '#app/domain/voting/area.ts'
import { isSpace, type UnitKind, type UnitStatus } from '#app/domain/voting/roll.ts'
import type { ColumnMatch, RegisterField } from './import-columns.ts'
import type { ImportNote, ImportProblem, ImportProblemCode } from './import-problem.ts'
import { readOwners, type OwnerMention } from './read-owners.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { type SheetCell } from './sheet.ts'
import { kindFrom, statusFrom } from './unit-words.ts'

/** A row that says what a unit is. `undefined`: the file has no such column, what is known stays. */
export type UnitRow = {
  line: number
  building: string
  stairwell: string
  room: string
  floor: number | null | undefined
  kind: UnitKind | undefined
  status: UnitStatus | undefined
  /** In units of 0.01 m². */
  areaRegistered: bigint | null | undefined
  areaSurveyed: bigint | null | undefined
  areaContract: bigint | null | undefined
  owners: OwnerMention[] | undefined
}

/** In units of 0.01 m²: a hectare. A dwelling that is larger has lost its decimal point. */
const LARGEST_DWELLING = 1_000_000n
/** A market hall or a garage is one exclusive part and may have hectares, not a square kilometre. */
const LARGEST_PREMISES = 100_000_000n

/** 12,345.60 as accountants write it; never 88,8, which could be either. */
const GROUPED = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?$/

/** What a row says, as far as it can be understood, with its problems and notes. */
export function readUnitRow(
  row: { line: number; cells: readonly SheetCell[] },
  columns: ColumnMatch,
): { unit: UnitRow; problems: ImportProblem[]; notes: ImportNote[] } {
  const problems: ImportProblem[] = []
  const notes: ImportNote[] = []
  const reader = rowReader(row, columns, problems, notes)
  const status = reader.has('status')
    ? (oneOf(reader, 'status', statusFrom, 'status-unknown') ?? 'delivered')
    : undefined
  const kind = reader.has('kind')
    ? (oneOf(reader, 'kind', kindFrom, 'kind-unknown') ?? 'dwelling')
    : undefined
  const { stairwell, room } = doorFrom(reader, kind)
  const largest =
    kind === undefined || kind === 'dwelling' ? LARGEST_DWELLING : LARGEST_PREMISES
  const unit: UnitRow = {
    line: row.line,
    building: buildingName(reader.text('building')),
    ...{ stairwell, room, kind, status },
    floor: floorFrom(reader, room),
    areaRegistered: areaFrom(reader, 'areaRegistered', largest),
    areaSurveyed: areaFrom(reader, 'areaSurveyed', largest),
    areaContract: areaFrom(reader, 'areaContract', largest),
    owners: readOwners(reader, status ?? 'delivered'),
  }
  if (unit.building === '') reader.problem('building', 'building-missing')
  if (unit.room === '') reader.problem('room', 'room-missing')
  const areas = [unit.areaRegistered, unit.areaSurveyed, unit.areaContract]
  if (problems.length === 0 && areas.every((area) => area === null || area === undefined)) {
    reader.note('areaRegistered', 'area-missing', '')
  }
  return { unit, problems, notes }
}

/** 5 号楼, 5栋, 05幢 and 5 are 5幢; a name such as 地下车库 stays. */
export function buildingName(text: string): string {
  const number = /^0*([1-9][0-9]{0,3}|[A-Za-z][0-9]{0,2})\s*(?:幢|栋|座|号楼|#楼|#|楼)?$/u.exec(
    text,
  )
  return number ? `${number[1]?.toUpperCase()}幢` : text
}

/** 2单元501室 and 2-501 say the stairwell too, where no column does. A parking space is called what it is called. */
function doorFrom(
  reader: RowReader,
  kind: UnitKind | undefined,
): { stairwell: string; room: string } {
  const own = reader.text('stairwell').replace(/^0+(?=.)|\s*(?:单元|梯|座)$/gu, '')
  const written = reader.text('room').replace(/\s*(?:室|号房|房)$/u, '')
  if (kind !== undefined && isSpace(kind)) return { stairwell: own, room: written }
  const both =
    /^(?<stairwell>[0-9A-Za-z]{1,3})\s*(?:(?:单元|梯)\s*(?=.)|-(?=[0-9]{3,4}$))(?<room>[0-9A-Za-z]{1,8})$/u.exec(
      written,
    )
  const { stairwell = '', room = written } = both?.groups ?? {}
  if (own === '' && stairwell !== '') {
    return { stairwell: stairwell.replace(/^0+(?=.)/, ''), room }
  }
  // 2-501 beside a stairwell of 2 says it twice; beside another one it is the room's own name.
  return { stairwell: own, room: stairwell === own && own !== '' ? room : written }
}

function floorFrom(reader: RowReader, room: string): number | null | undefined {
  if (!reader.has('floor')) {
    const fromRoom = /^([1-9][0-9]?)[0-9]{2}$/.exec(room)
    return fromRoom ? Number(fromRoom[1]) : undefined
  }
  const text = reader.text('floor').replace(/\s*(?:层|楼|F)$/iu, '')
  if (text === '') return null
  if (/^-?[0-9]{1,3}$/.test(text)) return Number(text)
  reader.problem('floor', 'floor-malformed', text)
  return null
}

function areaFrom(
  reader: RowReader,
  field: 'areaRegistered' | 'areaSurveyed' | 'areaContract',
  largest: bigint,
): bigint | null | undefined {
  if (!reader.has(field)) return undefined
  const text = reader.text(field).replace(/\s*(?:平方米|平米|㎡|m²|m2)$/iu, '')
  if (text === '' || text === '-' || text === '/') return null
  const area = parseMeasuredArea(GROUPED.test(text) ? text.replaceAll(',', '') : text)
  if (area === null) reader.problem(field, 'area-malformed', text)
  else if (area === 0n) reader.problem(field, 'area-zero', text)
  else if (area > largest) reader.problem(field, 'area-too-large', text)
  else return area
  return null
}

function oneOf<Name>(
  reader: RowReader,
  field: RegisterField,
  read: (text: string) => Name | null,
  unknown: ImportProblemCode,
): Name | null {
  const text = reader.text(field)
  if (text === '') return null
  const name = read(text)
  if (name === null) reader.problem(field, unknown, text)
  return name
}
