import type { UnitStatus } from '#app/domain/voting/roll.ts'
import type { OwnerKind } from './register.ts'
import type { RowReader } from './row-reader.ts'
import { ownerKindFrom, soundsLikeOrganisation } from './unit-words.ts'

/** An owner as one row names them. Who of several rows is the same person is decided later. */
export type OwnerMention = {
  name: string
  kind: OwnerKind
  /** Whether the file says the kind; else it was guessed from the name. */
  kindSaid: boolean
  /** The last four characters of the identity document. */
  idTail: string | null
  phone: string | null
  designated: boolean
  agent: { name: string; phone: string | null } | null
}

const BETWEEN = /\s*[、,;/\n|]\s*/u
const ID_TAIL = /^[0-9A-Za-z]{3}[0-9XxA-Za-z]$/
const WHOLE_ID = /^[0-9A-Za-z*-]{5,30}$/
const PHONE = /^(?:1[3-9][0-9]{9}|0[0-9]{9,11}|[2-9][0-9]{6,7})$/

/**
 * The owners of a row: names, and beside them as many document endings and telephones. Of a whole
 * document number only its last four characters are taken. `undefined`: no such column.
 */
export function readOwners(reader: RowReader, status: UnitStatus): OwnerMention[] | undefined {
  if (!reader.has('owners')) return undefined
  const written = reader.text('owners')
  const names = namesIn(written)
  if (status !== 'delivered') {
    if (names.length > 0) reader.note('owners', 'owner-of-unsold-ignored', written)
    return []
  }
  if (names.length === 0) {
    reader.note('owners', 'owner-missing', '')
    return []
  }
  if (new Set(names).size < names.length) {
    reader.problem('owners', 'owner-named-twice', written)
    return []
  }
  const tails = beside(reader, 'idTails', names.length).map((text) => idTailOf(reader, text))
  const phones = beside(reader, 'phones', names.length).map((text) => phoneOf(reader, text))
  const voter = reader.text('designated').replaceAll(' ', '')
  if (voter !== '' && !names.includes(voter)) {
    reader.problem('designated', 'designated-not-an-owner', voter)
  }
  if (voter === '' && names.length > 1) reader.note('designated', 'designated-missing', written)
  const kind = ownerKind(reader)
  const owners = names.map((name, index): OwnerMention => ({
    name,
    kindSaid: kind !== null,
    kind: kind ?? (soundsLikeOrganisation(name) ? 'organisation' : 'person'),
    idTail: tails[index] ?? null,
    phone: phones[index] ?? null,
    designated: names.length > 1 && name === voter,
    agent: null,
  }))
  return withAgent(reader, owners)
}

/** 张三、李四, 张三 李四 and 王 伟: a blank parts names only where both sides are names. */
function namesIn(text: string): string[] {
  return text.split(BETWEEN).flatMap((part) => {
    if (part === '') return []
    if (!/^[\p{Script=Han}·\s]+$/u.test(part)) return [part]
    const words = part.split(' ')
    return words.every((word) => [...word].length >= 2) ? words : [words.join('')]
  })
}

function beside(reader: RowReader, field: 'idTails' | 'phones', owners: number): string[] {
  const text = reader.text(field)
  if (text === '') return []
  const parts = text.split(BETWEEN)
  if (parts.length === owners) return parts
  // One telephone for a couple is the first one's.
  if (field === 'phones' && parts.length === 1) return parts
  reader.problem(
    field,
    field === 'idTails' ? 'ids-do-not-match-owners' : 'phones-do-not-match-owners',
    text,
  )
  return []
}

function idTailOf(reader: RowReader, written: string): string | null {
  const text = written.replaceAll(' ', '')
  if (text === '' || text === '-') return null
  if (ID_TAIL.test(text)) return text.toUpperCase()
  const tail = text.slice(-4)
  if (WHOLE_ID.test(text) && ID_TAIL.test(tail)) {
    reader.note('idTails', 'id-cut', `…${tail}`, tail.toUpperCase())
    return tail.toUpperCase()
  }
  reader.problem('idTails', 'id-malformed', text.slice(-4))
  return null
}

function phoneOf(reader: RowReader, written: string): string | null {
  const digits = written.replace(/[\s\-()+]/g, '').replace(/^86(?=1[3-9])/, '')
  if (digits === '') return null
  if (PHONE.test(digits)) return digits
  reader.problem('phones', 'phone-malformed', written)
  return null
}

function ownerKind(reader: RowReader): OwnerKind | null {
  const text = reader.text('ownerKind')
  if (text === '') return null
  const kind = ownerKindFrom(text)
  if (kind === null) reader.problem('ownerKind', 'owner-kind-unknown', text)
  return kind
}

/** Whoever acts belongs to the one owner of the row who cannot act alone. */
function withAgent(reader: RowReader, owners: OwnerMention[]): OwnerMention[] {
  const name = reader.text('agent').replaceAll(' ', '')
  const phoneText = reader.text('agentPhone')
  const needs = owners.filter(({ kind }) => kind !== 'person')
  if (name === '') {
    if (needs.length > 0 && reader.has('agent')) {
      reader.note('agent', 'agent-missing', needs[0]?.name ?? '')
    }
    return owners
  }
  const [only] = needs
  if (!only || needs.length > 1) {
    reader.problem('agent', 'agent-without-ward', name)
    return owners
  }
  const phone = phoneText === '' ? null : phoneText.replace(/[\s\-()+]/g, '')
  return owners.map((owner) => (owner === only ? { ...owner, agent: { name, phone } } : owner))
}
