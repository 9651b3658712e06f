import { REGISTER_FIELDS, type RegisterField } from '#app/domain/register/import-columns.ts'
import { registerTable } from '#app/domain/register/register-table.ts'
import { GIVEN_MR, GIVEN_MS, SURNAMES } from './people.ts'
import { seededRandom, type Random } from './random.ts'

const AREAS = ['68.42', '76.85', '89.50', '98.16', '112.37', '126.90']
const SHOPS = ['茶香茗茶行', '便民生活超市商行', '安溪县蓝天文具店', '凤山理发店', '阿福小吃店']

type Row = Partial<Record<RegisterField, string>>
type Owner = { name: string; idTail: string; phone: string }

/** Flats behind each floor's doors, and spaces in the garage. */
type Compound = {
  seed: number
  buildings: number
  floors: number
  doors: number
  spaces: number
}

/** 祥和里: 120 flats, ten shops and a garage, some of it still the developer's. */
export const XIANGHE: Compound = { seed: 320, buildings: 5, floors: 6, doors: 4, spaces: 96 }
/** 蓝溪花园: 176 flats, ten shops and a garage. */
export const LANXI: Compound = { seed: 730, buildings: 8, floors: 11, doors: 2, spaces: 120 }

/** A register as the property company keeps it. The same on every machine. */
export function registerOf({ seed, buildings, floors, doors, spaces }: Compound): string[][] {
  const random = seededRandom(seed)
  const draw = ownersFrom(random)
  const rows: Row[] = []
  const owners: Owner[][] = []
  for (let building = 1; building <= buildings; building += 1) {
    for (let floor = 1; floor <= floors; floor += 1) {
      for (let door = 1; door <= doors; door += 1) {
        const unit: Row = {
          building: `${building}幢`,
          stairwell: door <= doors / 2 ? '1' : '2',
          room: `${floor * 100 + door}`,
          floor: String(floor),
          kind: '住宅',
        }
        // The last floors of the last building are not sold yet, or not handed over.
        if (building === buildings && floor > floors - 2) {
          const status = floor === floors ? '未售' : '已售未交付'
          rows.push({ ...unit, status, areaSurveyed: random.pick(AREAS) })
          continue
        }
        // Somebody bought a second flat; one in three is a couple's.
        const second = owners.length > 20 && random.below(14) === 0
        const own = second ? random.pick(owners) : draw(random.below(3) === 0 ? 2 : 1)
        if (!second) owners.push(own)
        rows.push({ ...unit, status: '已交付', ...areaOf(random), ...cellsOf(own, random) })
      }
    }
  }
  return [
    header(),
    ...[...rows, ...shops(random), ...garage(random, owners, spaces)].map(cells),
  ]
}

function header(): string[] {
  const [names = []] = registerTable([])
  return names
}

function cells(row: Row): string[] {
  return REGISTER_FIELDS.map((field) => row[field] ?? '')
}

function areaOf(random: Random): Row {
  const area = random.pick(AREAS)
  return random.below(12) === 0 ? { areaContract: area } : { areaRegistered: area }
}

function cellsOf(owners: readonly Owner[], random: Random): Row {
  const names = owners.map(({ name }) => name)
  const isCouple = owners.length > 1
  return {
    owners: names.join('、'),
    idTails: owners.map(({ idTail }) => idTail).join('、'),
    phones: owners.map(({ phone }) => phone).join('、'),
    // A few couples have not said yet which of them votes.
    designated: isCouple && random.below(6) > 0 ? (names[random.below(2)] ?? '') : '',
  }
}

function shops(random: Random): Row[] {
  return Array.from({ length: 10 }, (_each, index) => ({
    building: `${1 + (index % 2)}幢`,
    room: `商${1 + Math.floor(index / 2)}`,
    floor: '1',
    kind: '商铺',
    ...(index >= 8
      ? { status: '未售' }
      : {
          status: '已交付',
          owners: SHOPS[index % SHOPS.length] ?? '',
          ownerKind: '单位',
          agent: `${random.pick(SURNAMES)}${random.pick(GIVEN_MR)}`,
        }),
    areaRegistered: (36 + random.below(40)).toFixed(2),
  }))
}

function garage(random: Random, owners: readonly Owner[][], spaces: number): Row[] {
  return Array.from({ length: spaces }, (_each, index) => ({
    building: '地下车库',
    room: `A-${String(index + 1).padStart(3, '0')}`,
    floor: '-1',
    kind: '车位',
    areaSurveyed: '12.72',
    ...(index < 60
      ? { status: '已交付', ...cellsOf(owners[index] ?? [], random) }
      : { status: '未售' }),
  }))
}

/** People who are told apart by the ending of their document, as in life. */
function ownersFrom(random: Random): (count: number) => Owner[] {
  let drawn = 0
  const one = (given: readonly string[]): Owner => {
    drawn += 1
    return {
      name: `${random.pick(SURNAMES)}${random.pick(given)}`,
      idTail: String((drawn * 37) % 10_000).padStart(4, '0'),
      phone: `13900${String(200_000 + drawn * 11).slice(-6)}`,
    }
  }
  return (count) => (count === 2 ? [one(GIVEN_MR), one(GIVEN_MS)] : [one(GIVEN_MS)])
}
