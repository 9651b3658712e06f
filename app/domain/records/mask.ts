import { surnameOf } from '#app/domain/organisation/surname.ts'

/** 张秀英 → 张**, 欧阳明 → 欧阳*. A name of one character is a surname already. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const surname = surnameOf(trimmed)
  return surname + '*'.repeat([...trimmed].length - [...surname].length)
}

/** 13800005678 → 138****5678, 0595-23300730 → 0595-****0730. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone)
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  if (/^0\d{9,11}$/.test(digits)) {
    const area = /^0(?:10|2\d)/.test(digits) ? 3 : 4
    return `${digits.slice(0, area)}-****${digits.slice(-4)}`
  }
  return maskId(digits)
}

/** The first and the last character, the rest covered. */
export function maskId(id: string): string {
  const characters = [...id.trim()]
  return characters.length < 3
    ? '*'.repeat(characters.length)
    : `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`
}

/** 3幢2单元501室 → 3幢*单元***室. The building may be named, the way to a door may not. */
export function maskRoom(room: string): string {
  const building = new RegExp(`^${NUMBER}\\s*(?:幢|栋|座|号楼|#楼?)`, 'u').exec(
    asciiDigits(room),
  )
  const unit = /单元/u.test(room) ? '*单元' : ''
  return `${building?.[0].replace(/\s/g, '') ?? ''}${unit}***室`
}

/** Somebody whose name must not stand in public, and what stands there instead. */
export type KnownName = { name: string; as: string }

export type MaskContext = {
  names: readonly KnownName[]
  /** Numbers that are published on purpose, such as the community's own telephone. */
  publicPhones?: readonly string[]
}

export type FindingKind = 'name' | 'phone' | 'room' | 'id'

/** Something in a text that must not be published as it is. */
export type Finding = { kind: FindingKind; found: string; as: string }

const NUMBER = '[0-9A-Za-z一二三四五六七八九十百零〇]{1,4}'
const ROOM_NUMBER = '[0-9一二三四五六七八九十百零〇]{3,5}'
const ROOMS = [
  // 3幢2单元501室, 3号楼 501, 5#302
  `${NUMBER}\\s*(?:幢|栋|座|号楼|#楼?)\\s*(?:${NUMBER}\\s*(?:单元|梯)\\s*)?${ROOM_NUMBER}(?![0-9]*\\s*(?:年|元|人|户|㎡|平|米|个|月|日|度|天|票|万))\\s*(?:室|号房|房|号|户)?`,
  `${NUMBER}\\s*(?:单元|梯)\\s*${ROOM_NUMBER}(?![0-9]*\\s*(?:年|元|人|户|㎡|平|米|个|月|日|度|天|票|万))\\s*(?:室|号房|房|号)?`,
  `(?<![0-9])[0-9]{1,2}-[0-9]{1,2}-[0-9]{3,4}(?![0-9-])`,
  `(?<![0-9])${ROOM_NUMBER}\\s*(?:室|号房|房(?!间|屋|产|子|东|价|租|管))`,
]
const PATTERNS: readonly {
  kind: FindingKind
  pattern: RegExp
  as: (text: string) => string
}[] = [
  {
    kind: 'id',
    pattern: /(?<!\d)\d{6}[\s-]?(?:19|20)\d{6}[\s-]?\d{3}[\dXx](?!\d)/gu,
    as: maskId,
  },
  { kind: 'phone', pattern: /1[\s-]?[3-9](?:[\s-]?\d){9}(?!\d)/gu, as: maskPhone },
  { kind: 'id', pattern: /\d{11,}[Xx]?/gu, as: maskId },
  { kind: 'phone', pattern: /1[\s-]?[3-9](?:[\s-]?\d){9}/gu, as: maskPhone },
  {
    kind: 'phone',
    pattern: /(?<!\d)0\d{2,3}[\s-]?\d{3,4}[\s-]?\d{4}(?!\d)/gu,
    as: maskPhone,
  },
  { kind: 'room', pattern: new RegExp(ROOMS.join('|'), 'gu'), as: maskRoom },
]

/**
 * Takes out of a text what must not be public: ID and telephone numbers, room
 * numbers, and the names it is told. What was taken out is in `findings`.
 */
export function maskText(
  text: string,
  { names, publicPhones = [] }: MaskContext,
): { text: string; findings: Finding[] } {
  const findings: Finding[] = []
  const allowed = new Set(publicPhones.map(digitsOf))
  let masked = asciiDigits(text)
  for (const { kind, pattern, as } of PATTERNS) {
    masked = masked.replace(pattern, (found) => {
      if (kind === 'phone' && allowed.has(digitsOf(found))) return found
      const instead = as(found)
      findings.push({ kind, found, as: instead })
      return instead
    })
  }
  // The longest first, so that 张秀英 is not read as somebody called 张秀.
  const known = names
    .filter(({ name }) => [...name.trim()].length > 1)
    .toSorted((a, b) => b.name.length - a.name.length)
  for (const { name, as } of known) {
    masked = masked.replace(spelling(name), (found) => {
      findings.push({ kind: 'name', found, as })
      return as
    })
  }
  return { text: masked, findings }
}

/** A name as people set it, also with a space between its characters: 王　伟. */
function spelling(name: string): RegExp {
  const characters = [...name.trim()].filter((each) => /\S/u.test(each))
  const escaped = characters.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(escaped.join('[\\s·]*'), 'gu')
}

function digitsOf(text: string): string {
  return asciiDigits(text).replace(/[^0-9]/g, '')
}

/** ０１２ as 012, so that a number cannot hide in full width. */
function asciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
