import { formatArea } from '#app/domain/voting/area.ts'
import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'
import { REGISTER_FIELDS, TEMPLATE_HEADERS } from './import-columns.ts'
import type { OwnerKind } from './register.ts'
import { WRITTEN } from './unit-words.ts'

/** A unit with all that an export carries of it. Areas in units of 0.01 m². */
export type ExportUnit = {
  building: string
  stairwell: string
  room: string
  floor: number | null
  kind: UnitKind
  status: UnitStatus
  areaRegistered: bigint | null
  areaSurveyed: bigint | null
  areaContract: bigint | null
  owners: {
    name: string
    kind: OwnerKind
    idTail: string | null
    phone: string | null
    designated: boolean
    agent: { name: string; phone: string | null } | null
  }[]
}

/**
 * The register as a table, header first: what an export writes and an import reads back without a
 * change. A cell that two owners share has one part for each.
 */
export function registerTable(units: readonly ExportUnit[]): string[][] {
  const header = REGISTER_FIELDS.map((field) => TEMPLATE_HEADERS[field])
  return [header, ...units.map(rowOf)]
}

function rowOf(unit: ExportUnit): string[] {
  const { owners } = unit
  const beside = (values: (string | null)[]) =>
    values.every((value) => value === null) ? '' : values.map((value) => value ?? '').join('、')
  const area = (value: bigint | null) => (value === null ? '' : formatArea(value))
  const special = owners.find(({ kind }) => kind !== 'person')
  return [
    unit.building,
    unit.stairwell,
    unit.room,
    unit.floor === null ? '' : String(unit.floor),
    WRITTEN.kind(unit.kind),
    WRITTEN.status(unit.status),
    area(unit.areaRegistered),
    area(unit.areaSurveyed),
    area(unit.areaContract),
    owners.map(({ name }) => name).join('、'),
    beside(owners.map(({ idTail }) => idTail)),
    beside(owners.map(({ phone }) => phone)),
    owners.find(({ designated }) => designated)?.name ?? '',
    // One word for the row: co-owners of several kinds are rare, and an import leaves kinds it does not read.
    owners.length === 1 && special ? WRITTEN.ownerKind(special.kind) : '',
    special?.agent?.name ?? '',
    special?.agent?.phone ?? '',
  ]
}

/** Rows that show how the template is meant; they name nobody. */
export const TEMPLATE_ROWS: readonly (readonly string[])[] = [
  [
    '1幢',
    '1',
    '101',
    '1',
    '住宅',
    '已交付',
    '89.50',
    '',
    '',
    '王小明、李小红',
    '0012、123X',
    '13900000001、13900000002',
    '李小红',
    '',
    '',
    '',
  ],
  ['1幢', '1', '102', '1', '住宅', '已售未交付', '', '', '102.30', '', '', '', '', '', '', ''],
  [
    '1幢',
    '',
    '商1',
    '1',
    '商铺',
    '已交付',
    '56.00',
    '',
    '',
    '示例商贸有限公司',
    '',
    '059500000000',
    '',
    '单位',
    '陈经理',
    '13900000003',
  ],
  ['地下车库', '', 'A-012', '-1', '车位', '未售', '', '12.50', '', '', '', '', '', '', '', ''],
]
