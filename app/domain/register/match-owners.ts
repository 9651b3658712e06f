import type { OwnerMention } from './read-owners.ts'

/** An owner of the register, as far as a file can name them again. */
export type KnownOwner = {
  id: string
  name: string
  idTail: string | null
  phone: string | null
  /** The doors this owner has: `doorKey`. */
  doors: ReadonlySet<string>
}

export type Mention = Pick<OwnerMention, 'name' | 'kind' | 'idTail' | 'phone'> & {
  door: string
  line: number
}

/** One person or organisation that a file names, once or in many rows. */
export type MatchedOwner = {
  /** The owner of the register this is, or null for a new one. */
  knownId: string | null
  mentions: number[]
}

export type OwnerMatch = {
  owners: MatchedOwner[]
  /** Index of the owner for each mention. */
  ownerOf: number[]
  /** Mentions that may or may not be one another's: nothing in the file tells. */
  ambiguous: { mention: number; other: number | null }[]
}

type Face = {
  idTail: string | null
  phone: string | null
  doors: ReadonlySet<string>
  kind: OwnerMention['kind'] | null
  mention: number | null
  knownId: string | null
}

/**
 * Says which of a file's owners are the same, and which are in the register already.
 *
 * People of one name are one when their document endings are, or, where one is not given, when
 * their telephones are, or when they own the same door; organisations when their names are. Where
 * nothing can tell, no guess is made: heads would hang on it.
 */
export function matchOwners(
  mentions: readonly Mention[],
  known: readonly KnownOwner[],
): OwnerMatch {
  const byName = new Map<string, Face[]>()
  const add = (name: string, face: Face) => {
    const faces = byName.get(name)
    if (faces) faces.push(face)
    else byName.set(name, [face])
  }
  for (const owner of known) {
    add(owner.name, { ...owner, kind: null, mention: null, knownId: owner.id })
  }
  for (const [index, { name, door, ...mention }] of mentions.entries()) {
    add(name, { ...mention, doors: new Set([door]), mention: index, knownId: null })
  }

  const match: OwnerMatch = { owners: [], ownerOf: [], ambiguous: [] }
  for (const faces of byName.values()) {
    if (faces.some(({ mention }) => mention !== null)) groupFaces(faces, match)
  }
  return match
}

function groupFaces(faces: Face[], match: OwnerMatch): void {
  const groups: Face[][] = []
  // Whoever has a document ending goes first: it settles more than a telephone does.
  const ordered = faces.toSorted(
    (a, b) => Number(a.idTail === null) - Number(b.idTail === null),
  )
  for (const face of ordered) {
    const group = groups.find((members) => members.some((member) => isSame(member, face)))
    if (group) group.push(face)
    else groups.push([face])
  }
  for (const group of groups) {
    const own = group.flatMap(({ mention }) => (mention === null ? [] : [mention]))
    if (own.length === 0) continue
    for (const mention of own) match.ownerOf[mention] = match.owners.length
    const knownId = group.find((face) => face.knownId !== null)?.knownId ?? null
    match.owners.push({ knownId, mentions: own })
  }
  for (const face of faces) {
    if (face.mention === null) continue
    const group = groups.find((members) => members.includes(face)) ?? []
    const doubtful = faces.find(
      (other) => !group.includes(other) && group.every((member) => cannotTell(member, other)),
    )
    if (doubtful) match.ambiguous.push({ mention: face.mention, other: doubtful.mention })
  }
}

function isSame(one: Face, other: Face): boolean {
  if (one.kind === 'organisation' || other.kind === 'organisation') {
    return one.kind !== 'person' && other.kind !== 'person'
  }
  if (one.idTail !== null && other.idTail !== null) return one.idTail === other.idTail
  if (one.phone !== null && other.phone !== null) return one.phone === other.phone
  return overlaps(one.doors, other.doors)
}

function cannotTell(one: Face, other: Face): boolean {
  const bothHave = (key: 'idTail' | 'phone') => one[key] !== null && other[key] !== null
  return !bothHave('idTail') && !bothHave('phone')
}

function overlaps(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const door of one) if (other.has(door)) return true
  return false
}
